/**
 * Sends touches as a screen would, but for the browser's own part in them: WebKit's driver has no fingers.
 * @param {[number, number][][]} steps where the fingers are, one after the other
 */
function touch(steps) {
  const [x, y] = steps[0][0];
  let isDown = false;
  for (const fingers of [...steps, []]) {
    const touches = fingers.map(([clientX, clientY]) => ({ clientX, clientY }));
    const name = touches.length === 0 ? 'touchend' : isDown ? 'touchmove' : 'touchstart';
    isDown = touches.length > 0;
    const event = Object.assign(new Event(name, { bubbles: true, cancelable: true }), { touches });
    document.elementFromPoint(x, y).dispatchEvent(event);
  }
}
