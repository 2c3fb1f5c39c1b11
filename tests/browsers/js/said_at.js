/**
 * Goes to an address of the app without loading the page, and waits until it shows that.
 * @param {string} address `?partner=kor`
 * @returns {Promise<object>} what the page counts and says of countries there
 */
async function said_at(address) {
  const frame = () => new Promise(next => requestAnimationFrame(next));
  history.pushState(null, '', `${location.pathname}${address}`);
  dispatchEvent(new PopStateEvent('popstate'));
  for (let frames = 0; frames < 4 || document.querySelector('.card[aria-busy]'); frames++) await frame();
  const text = it => { const copy = it.cloneNode(true); for (const refs of copy.querySelectorAll('.refs')) refs.remove(); return copy.textContent.replace(/\s+/g, ' ').trim(); };
  const texts = selector => [...document.querySelectorAll(selector)].map(text);
  return {
    title: text(document.querySelector('.card-title')),
    lead: texts('.card-lead .sourced').join(' '),
    legend: texts('.legend-item').map(it => it.replace(/^× /, '')),
    marks: [...document.querySelectorAll('.map-country')].map(it => `${it.dataset.country} ${it.dataset.status}${'unconfirmed' in it.dataset ? ' unconfirmed' : ''}`).sort(),
    list: texts('.partner'),
    groups: texts('.partners-title'),
    table: [...document.querySelectorAll('.table tbody tr')].map(row => [...row.children].map(text).join(' | ')),
    verdicts: texts('.card .verdict'),
    unconfirmed: texts('.card .unconfirmed').filter(it => it),
  };
}
