/**
 * Takes the page as it is drawn, without what draws it, then the cards of the first countries, after that of the overview.
 * @param {number} count of countries
 * @returns {Promise<{html: string, countries: string[], cards: string[]}>}
 */
async function takePage(count) {
  const page = /** @type {HTMLElement} */ (document.documentElement.cloneNode(true));
  page.querySelectorAll('script, noscript, link, meta[http-equiv]').forEach(it => it.remove());
  page.removeAttribute('data-ready');
  // Without an icon, browsers ask for one.
  page.querySelector('head').insertAdjacentHTML('beforeend', '<link rel=icon href=data:,>');
  const card = () => document.querySelector('[data-card]');
  const take = () => document.querySelector('.answer').outerHTML + card().outerHTML;
  const links = [...document.querySelectorAll('[data-who] tbody a[data-country]')].slice(0, count);
  const countries = links.map(it => it.dataset.country), cards = [take()];
  for (const country of countries) {
    document.querySelector(`.map-marker[data-country=${country}]`).click();
    const isThere = () => card().dataset.card === country && !card().hasAttribute('aria-busy');
    for (let frames = 0; !isThere(); frames++) {
      if (frames > 600) throw new Error(`the card of ${country} does not open`);
      await new Promise(requestAnimationFrame);
    }
    cards.push(take());
  }
  return { html: page.outerHTML, countries, cards };
}
