/** @returns {string[]} the buttons of the map that are smaller than a fingertip */
function smallButtons() {
  return [...document.querySelectorAll('.map-controls button')].filter(it => {
    const { width, height } = it.getBoundingClientRect();
    return width < 44 || height < 44;
  }).map(it => it.dataset.map);
}
