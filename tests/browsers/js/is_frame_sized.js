/**
 * @param {HTMLIFrameElement} frame
 * @param {number} height
 * @param {number | null} width any, if there is none
 * @returns {boolean} whether a frame is seen and has this size
 */
function isFrameSized(frame, height, width) {
  const isWide = width === null || (frame.clientWidth === width && document.body.scrollWidth <= width);
  return isWide && Math.abs(frame.clientHeight - height) <= 2 && frame.checkVisibility({ opacityProperty: true });
}
