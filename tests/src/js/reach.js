/**
 * Unfolds what an element is folded away in, scrolls to it, and waits until it stands still: the map may be moving, and the card may
 * not be whole yet.
 * @param {string} selector
 * @returns {Promise<boolean>} whether there is such an element
 */
async function reach(selector) {
  const it = document.querySelector(selector);
  if (!it) return false;
  for (let fold = it.closest('details'); fold; fold = fold.parentElement.closest('details')) fold.open = true;
  it.scrollIntoView({ block: 'center' });
  const started = Date.now();
  for (let before = ''; Date.now() - started < 5000; await new Promise(next => setTimeout(next, 40))) {
    const { x, y, width, height } = it.getBoundingClientRect(), now = [x, y, width, height].join();
    // What is about to move has not always moved by the next look.
    const isWhole = !document.querySelector('[aria-busy]');
    const isStill = now === before && isWhole && !document.getAnimations().some(it => it instanceof CSSTransition);
    if (isStill) break;
    before = now;
  }
  return true;
}
