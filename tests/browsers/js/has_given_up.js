/**
 * @param {string} entry
 * @returns {boolean} whether the page has given up the app, and this entry of its text is in view
 */
function hasGivenUp(entry) {
  const root = document.documentElement, text = document.getElementById(entry), { top } = text.getBoundingClientRect();
  const isText = root.hasAttribute('data-failed') && !root.hasAttribute('data-ready');
  return isText && text.checkVisibility({ visibilityProperty: true }) && top > -5 && top < 800;
}
