/** @returns {unknown[]} what a message might change */
function stateOfEmbed() {
  const { dataset, lang } = document.documentElement, card = document.querySelector('[data-card]');
  const notice = document.querySelector('#app .notice').textContent, images = document.querySelectorAll('img').length;
  return [card.dataset.card, dataset.theme, dataset.view, location.hash, String(({}).hacked), notice, images, lang];
}
