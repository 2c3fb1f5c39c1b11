/**
 * @param {number} most how much of the box may be above the map, and above the answer, which the smallest boxes have before it
 * @returns {string[]} what is wrong with the page in a small box
 */
function smallBoxComplaints(most) {
  const wrong = [], root = document.documentElement, isSmall = matchMedia('(max-width: 24rem) and (max-height: 40rem)').matches;
  for (const it of ['[data-verdict]', ...(isSmall ? [] : ['.map-frame'])]) {
    const { top } = document.querySelector(it).getBoundingClientRect();
    if (top > innerHeight * most) wrong.push(`${it} begins at ${top} of ${innerHeight}`);
  }
  if (root.scrollWidth > root.clientWidth) wrong.push('scrolls sideways');
  scrollTo(0, 500);
  if (scrollY < 400) wrong.push('does not scroll down');
  return wrong;
}
