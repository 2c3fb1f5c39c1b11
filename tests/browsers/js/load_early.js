/**
 * Loads the page into a new frame and waits until all of it is there with its scripts, not until the app is.
 * @param {string} address
 * @returns {Promise<boolean>} whether it reacts already
 */
async function loadEarly(address) {
  const frame = document.createElement('iframe');
  frame.style.cssText = 'width:1200px;height:800px;border:0';
  frame.src = address;
  document.body.replaceChildren(frame);
  const isPrinted = page => page?.querySelector('.footer') && page.readyState !== 'loading';
  while (!isPrinted(frame.contentDocument)) await new Promise(next => setTimeout(next, 10));
  return frame.contentDocument.documentElement.hasAttribute('data-ready');
}
