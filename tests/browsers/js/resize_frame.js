/**
 * Gives the frame a width and its page a size of type, and waits until the map has come to rest: a busy browser may take a
 * while to draw the frame at its new size, and until then nothing moves.
 * @param {number} width
 * @param {string} type
 * @returns {Promise<boolean>} whether the map has come to rest
 */
async function resizeFrame(width, type) {
  const frame = document.querySelector('iframe'), page = frame.contentDocument;
  frame.style.width = `${width}px`;
  page.documentElement.style.fontSize = type;
  const places = () => [...page.querySelectorAll('.map *')].map(it => {
    const { x, y, width, height } = it.getBoundingClientRect();
    return [x, y, width, height].join();
  }).join(';');
  const started = Date.now();
  for (let before = '', still = 0; Date.now() - started < 10_000;) {
    const now = places();
    still = now === before ? still + 1 : 0;
    if (still >= 3) return true;
    before = now;
    await new Promise(next => setTimeout(() => frame.contentWindow.requestAnimationFrame(next), 50));
  }
  return false;
}
