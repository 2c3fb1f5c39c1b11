/** @returns {boolean} whether the camera of the page in the frame has come to rest */
function isMapInFrameAtRest() {
  const { contentDocument, contentWindow } = document.querySelector('iframe');
  const frame = contentDocument.querySelector('.map-frame'), now = contentWindow.getComputedStyle(frame);
  return !frame.hasAttribute('data-held') && ['--left', '--top', '--width'].every(name =>
    Math.abs(parseFloat(now.getPropertyValue(name)) - parseFloat(frame.style.getPropertyValue(name))) < .5);
}
