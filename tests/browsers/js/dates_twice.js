/**
 * Has the first frame after the next change of the date take its time, and the date changed once more before its paint.
 * @param {number} time in ms
 * @returns {void}
 */
function datesTwice(time) {
  const changeAgain = ({ target }) => {
    const end = performance.now() + time;
    while (performance.now() < end);
    target.stepUp();
    target.dispatchEvent(new Event('input', { bubbles: true }));
  };
  addEventListener('input', event => requestAnimationFrame(() => changeAgain(event)), { capture: true, once: true });
}
