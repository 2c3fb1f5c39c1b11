/**
 * @param {number} least
 * @returns {string[]} the buttons of the map, in the frame if there is one, that are seen and smaller than so many px
 */
function smallButtons(least) {
  const page = document.querySelector('iframe')?.contentDocument ?? document;
  const buttons = /** @type {HTMLElement[]} */ ([...page.querySelectorAll('.map-controls button')]).filter(it => it.checkVisibility());
  return buttons.filter(it => {
    const { width, height } = it.getBoundingClientRect();
    return width < least || height < least;
  }).map(it => it.dataset.map);
}
