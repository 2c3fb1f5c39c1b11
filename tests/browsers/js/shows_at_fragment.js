/**
 * @param {string} fragment
 * @param {string} card
 * @returns {boolean} whether the address has this fragment and this card is open
 */
function showsAtFragment(fragment, card) {
  return location.hash === fragment && document.querySelector('[data-card]')?.dataset.card === card;
}
