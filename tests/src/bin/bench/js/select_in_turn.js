/**
 * Selects countries in turn, a frame each.
 * @param {string[]} countries
 * @param {number} from the place of the first
 * @param {number} count
 */
async function selectInTurn(countries, from, count) {
  for (let run = from; run < from + count; run++) {
    document.querySelector(`.map-marker[data-country=${countries[run % countries.length]}]`).click();
    await new Promise(requestAnimationFrame);
  }
  await new Promise(wait => setTimeout(wait, 100));
}
