/**
 * Goes back, and presses a key after the first frame in which all of a view is shown, as a reader does who has seen it and goes on at
 * once. What is restored is mostly restored in the next one.
 * @param {string} view the one that is gone back to
 * @returns {Promise<string>} what has the focus then, which the key took to the title
 */
async view => {
  const frame = () => new Promise(requestAnimationFrame);
  const isThere = () => document.documentElement.dataset.view === view && !document.querySelector('#opened [aria-busy]');
  history.back();
  for (let frames = 0; !isThere(); frames++) {
    if (frames > 300) throw new Error(`not at ${view}`);
    await frame();
    // After what others do in the frame.
    await new Promise(done => setTimeout(done));
  }
  const title = document.querySelector('#card-title');
  title.dispatchEvent(new KeyboardEvent('keydown', { key: 'h', bubbles: true }));
  title.focus();
  for (let frames = 0; frames < 10; frames++) await frame();
  return document.activeElement.id;
}
