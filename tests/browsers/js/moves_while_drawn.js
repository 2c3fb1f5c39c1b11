/**
 * Has the app let the browser have its way wherever it may, as it does on a slow machine after 16 ms; and moves the range one on
 * before what its next change leads to is drawn.
 * @returns {void}
 */
function movesWhileDrawn() {
  const { now } = Date;
  let calls = 0;
  Date.now = () => now() + 20 * ++calls;
  const moveOn = range => {
    range.stepUp();
    range.dispatchEvent(new Event('input', { bubbles: true }));
  };
  addEventListener('input', ({ target }) => setTimeout(moveOn, 0, target), { capture: true, once: true });
}
