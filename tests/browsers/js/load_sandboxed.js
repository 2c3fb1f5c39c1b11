/**
 * Loads a page into a new frame, and waits for it.
 * @param {string} address
 * @param {number} width
 * @param {string | null} sandbox what the frame may do, if not everything
 */
async function loadSandboxed(address, width, sandbox) {
  const frame = document.createElement('iframe');
  if (sandbox !== null) frame.setAttribute('sandbox', sandbox);
  frame.style.cssText = `width:${width}px;height:800px;border:0`;
  const loaded = new Promise(done => frame.addEventListener('load', done, { once: true }));
  frame.src = address;
  document.body.replaceChildren(frame);
  await loaded;
}
