/** @returns {string[]} the ties that are drawn as lines of some length, in order */
function drawnTies() {
  return [...document.querySelectorAll('.map-line')].filter(it => {
    const { width, height } = it.getBoundingClientRect();
    return width + height > 5;
  }).map(it => it.getAttribute('href').replace('#map-', '')).sort();
}
