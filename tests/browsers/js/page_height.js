/** @returns {number} how high the page is */
function pageHeight() {
  return Math.ceil(document.documentElement.getBoundingClientRect().height);
}
