/**
 * @param {Record<string, string>} words for each status, in the card
 * @returns {string[]} where markers or card do not say of a country what the map shows; a country without a status need not be in
 *   the card of a pillar
 */
function disagreements(words) {
  const wrong = [], entries = new Map();
  for (const entry of document.querySelectorAll('[data-who] tbody tr, .card .standings > li'))
    entries.set(/** @type {any} */ (entry.querySelector('a[data-country]')).dataset.country, entry);
  for (const { dataset: { country, status } } of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('.map-country'))) {
    const marker = /** @type {HTMLElement} */ (document.querySelector(`.map-marker[data-country=${country}]`)), entry = entries.get(country);
    entries.delete(country);
    if (marker.dataset.status !== status) wrong.push(`${country} is ${status}, its marker ${marker.dataset.status}`);
    if (!entry) {
      if (status !== 'none' || document.querySelector('[data-who]')) wrong.push(`${country} is ${status}, and not in the card`);
      continue;
    }
    const names = [marker.querySelector('.map-name'), entry.querySelector('a')].map(it => it.textContent);
    if (new Set(names).size !== 1) wrong.push(`${country} is called ${names}`);
    // The map of the overview is about the last pillar.
    const said = [...entry.querySelectorAll('.who-status, .standing')].at(-1).textContent;
    if (!words[status] || !said.startsWith(words[status])) wrong.push(`${country} is ${status}, the card says ${said}`);
    const mark = entry.querySelector('.mark')?.dataset.mark;
    if (mark !== status) wrong.push(`${country} is ${status}, its mark in the card ${mark}`);
  }
  for (const country of entries.keys()) wrong.push(`${country} is in the card, and not on the map`);
  return wrong;
}
