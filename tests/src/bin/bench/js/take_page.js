/**
 * Takes the page as it is drawn, without what draws it, then the cards of the first countries.
 * @param {number} count of countries
 * @returns {Promise<{html: string, countries: string[], cards: string[]}>}
 */
async function takePage(count) {
  const page = /** @type {HTMLElement} */ (document.documentElement.cloneNode(true));
  page.querySelectorAll('script, noscript, link, meta[http-equiv]').forEach(it => it.remove());
  page.removeAttribute('data-ready');
  // Without an icon, browsers ask for one.
  page.querySelector('head').insertAdjacentHTML('beforeend', '<link rel=icon href=data:,>');
  const links = [...document.querySelectorAll('.map-markers > :not([hidden]) > a')].slice(0, count);
  const countries = links.map(it => it.dataset.country), cards = [];
  for (const country of countries) {
    document.querySelector(`.map-marker[data-country=${country}]`).click();
    await new Promise(wait => setTimeout(wait, 300));
    const card = document.querySelector('[data-card]');
    if (card.dataset.card !== country) throw new Error(`the card of ${country} does not open`);
    cards.push(document.querySelector('.answer').outerHTML + card.outerHTML);
  }
  return { html: page.outerHTML, countries, cards };
}
