/**
 * Loads a page into the frame of the empty page, at a size.
 * @param {string} address
 * @param {number} width
 * @param {number} height
 */
async function loadFrame(address, width, height) {
  const frame = document.querySelector('iframe');
  frame.style.cssText = `width:${width}px;height:${height}px`;
  const loaded = new Promise(done => frame.addEventListener('load', done, { once: true }));
  frame.src = address;
  await loaded;
}
