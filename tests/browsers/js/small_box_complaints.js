/**
 * @param {number} most how much of the box may be above the map
 * @returns {string[]} what is wrong with the page in a small box
 */
function smallBoxComplaints(most) {
  const wrong = [], root = document.documentElement, map = document.querySelector('.map-frame').getBoundingClientRect();
  if (map.top > innerHeight * most) wrong.push(`the map begins at ${map.top} of ${innerHeight}`);
  if (root.scrollWidth > root.clientWidth) wrong.push('scrolls sideways');
  scrollTo(0, 500);
  if (scrollY < 400) wrong.push('does not scroll down');
  return wrong;
}
