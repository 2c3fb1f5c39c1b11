/** @returns {string[]} the ties on the map whose label is seen within the frame, in order */
function seenTies() {
  const edge = document.querySelector('.map-frame').getBoundingClientRect();
  return [...document.querySelectorAll('.map-tie')].filter(it => {
    const box = it.getBoundingClientRect();
    const isSeen = it.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && it.textContent.trim() !== '';
    return isSeen && box.left >= edge.left && box.right <= edge.right && box.top >= edge.top && box.bottom <= edge.bottom;
  }).map(it => it.dataset.tie).sort();
}
