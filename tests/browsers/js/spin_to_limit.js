/**
 * Turns the wheel over the map with Ctrl, fast and farther than the map can go.
 * @param {number} clientX
 * @param {number} clientY
 * @param {number} deltaY
 * @returns {Promise<boolean>} whether the page kept every turn for itself
 */
async function spinToLimit(clientX, clientY, deltaY) {
  let isKept = true;
  for (let turn = 0; turn < 10; turn++) {
    const event = new WheelEvent('wheel', { clientX, clientY, deltaY, ctrlKey: true, bubbles: true, cancelable: true });
    document.elementFromPoint(clientX, clientY).dispatchEvent(event);
    isKept &&= event.defaultPrevented;
    await new Promise(next => setTimeout(next, 20));
  }
  return isKept;
}
