/**
 * @param {string} entry
 * @returns {boolean} whether the page is the text that was printed, with the top of an entry in view
 */
function showsText(entry) {
  const top = document.getElementById(entry)?.getBoundingClientRect().top ?? NaN;
  return document.documentElement?.hasAttribute('data-failed') && top > -5 && top < innerHeight;
}
