/**
 * @param {string} selector
 * @returns {boolean} whether the top of an element is within the window
 */
function isInView(selector) {
  const box = document.querySelector(selector)?.getBoundingClientRect();
  return box !== undefined && box.top >= 0 && box.top < innerHeight;
}
