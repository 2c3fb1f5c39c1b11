/**
 * @param {string} card
 * @returns {boolean} whether the page reacts and this card is open
 */
function shows(card) {
  const isReady = document.documentElement?.hasAttribute('data-ready');
  return isReady === true && document.querySelector('[data-card]')?.dataset.card === card;
}
