/**
 * @param {string} scheme
 * @returns {boolean} whether the page is asked for these colours
 */
function prefersScheme(scheme) {
  return matchMedia(`(prefers-color-scheme: ${scheme})`).matches;
}
