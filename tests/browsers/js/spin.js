/**
 * Sends the page a wheel event, of which the browser makes nothing.
 * @param {number} clientX
 * @param {number} clientY
 * @param {number} deltaY
 * @param {boolean} ctrlKey
 * @returns {boolean} whether the page kept it for itself
 */
function spin(clientX, clientY, deltaY, ctrlKey) {
  const event = new WheelEvent('wheel', { clientX, clientY, deltaY, ctrlKey, bubbles: true, cancelable: true });
  document.elementFromPoint(clientX, clientY).dispatchEvent(event);
  return event.defaultPrevented;
}
