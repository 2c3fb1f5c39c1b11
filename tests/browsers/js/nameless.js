/** @returns {string[]} the countries on the map in the frame that have no name there */
function nameless() {
  const { contentDocument: page, contentWindow: { getComputedStyle } } = document.querySelector('iframe');
  return [...page.querySelectorAll('li:not([hidden]) > .map-marker')]
    .filter(it => getComputedStyle(it.querySelector('.map-name')).visibility === 'hidden' || !it.querySelector('.map-name').offsetWidth)
    .map(it => it.dataset.country);
}
