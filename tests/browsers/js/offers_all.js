/** @returns {boolean} whether the page offers its reader, at its lower edge, to be shown whole */
function offersAll() {
  const button = document.querySelector('.show-all');
  if (!button.checkVisibility()) return false;
  const { top, bottom, height } = button.getBoundingClientRect();
  return button.textContent === 'Show all' && height >= 44 && top > 0 && Math.abs(bottom - innerHeight) < 1;
}
