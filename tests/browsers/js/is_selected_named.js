/** @returns {boolean} whether the selected country has its name on the map in the frame */
function isSelectedNamed() {
  const name = document.querySelector('iframe').contentDocument.querySelector('.map-marker[aria-current] .map-name');
  return name?.checkVisibility({ visibilityProperty: true, opacityProperty: true }) === true;
}
