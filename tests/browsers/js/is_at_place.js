/**
 * @param {string} wanted as `place.js` says it
 * @param {number} tolerance how far from it the page may be scrolled, in px
 * @returns {boolean} whether the reader is there, and all of the card is
 */
(wanted, tolerance) => {
  const focus = document.activeElement, folds = [...document.querySelectorAll('#opened details')];
  const place = `${focus.localName} ${focus.getAttribute('href')} ${focus.textContent.slice(0, 40)}`;
  const [top, ...rest] = JSON.parse(wanted);
  const isSame = JSON.stringify([place, folds.map(it => it.open)]) === JSON.stringify(rest);
  return isSame && Math.abs(scrollY - top) <= tolerance && !document.querySelector('#opened [aria-busy]');
}
