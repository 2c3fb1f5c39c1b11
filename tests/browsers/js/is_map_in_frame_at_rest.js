/** @returns {boolean} whether the camera of the page in the frame has come to rest */
function isMapInFrameAtRest() {
  const frame = document.querySelector('iframe').contentDocument.querySelector('.map-frame');
  return !frame.hasAttribute('data-held') && frame.hasAttribute('data-camera')
    && frame.getAnimations({ subtree: true }).length === 0;
}
