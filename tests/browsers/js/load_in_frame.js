/**
 * Loads a view into the frame of the empty page, because not every browser's window can be as narrow as a phone, and waits
 * until it reacts.
 * @param {string} address
 * @returns {Promise<string[]>} what is wrong
 */
async function loadInFrame(address) {
  const frame = document.querySelector('iframe'), started = Date.now();
  frame.style.height = '800px';
  frame.src = address;
  while (!frame.contentDocument?.documentElement?.hasAttribute('data-ready')) {
    if (Date.now() - started > 10_000) return [`${address} did not load in a frame`];
    await new Promise(next => setTimeout(next, 20));
  }
  return [];
}
