/**
 * @param {Record<string, [string, string]>} words for each status, in the list and in the table
 * @param {number} column of the table
 * @returns {string[]} where list or table do not say of a country what the map shows
 */
function disagreements(words, column) {
  const wrong = [];
  for (const { dataset: { country, status } } of document.querySelectorAll('.map-country')) {
    const [listed, tabled] = words[status] ?? [];
    const marker = document.querySelector(`.map-marker[data-country=${country}]`);
    const entry = document.querySelector(`.partners a[data-country=${country}]`);
    const row = document.querySelector(`.table a[data-country=${country}]`).closest('tr');
    const names = [marker.querySelector('.map-name'), entry.querySelector('.partner-name'), row.querySelector('th')].map(it => it.textContent);
    if (new Set(names).size !== 1) wrong.push(`${country} is called ${names}`);
    const [said, cell] = [entry.querySelector('.partner-status').textContent, row.querySelectorAll('td')[column].textContent];
    if (said !== listed) wrong.push(`${country} is ${status}, the list says ${said}`);
    if (!tabled || !cell.startsWith(tabled)) wrong.push(`${country} is ${status}, the table says ${cell}`);
    if (marker.dataset.status !== status) wrong.push(`${country} is ${status}, its marker ${marker.dataset.status}`);
  }
  return wrong;
}
