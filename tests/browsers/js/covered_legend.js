/**
 * @returns {string[]} entries of the legend that a button of the map covers, in the frame
 */
function coveredLegend() {
  const page = /** @type {HTMLIFrameElement} */ (document.querySelector('iframe')).contentDocument;
  const boxes = selector => [...page.querySelectorAll(selector)].filter(it => it.checkVisibility()).map(it => [it, it.getBoundingClientRect()]);
  const meet = (one, other) => one.left < other.right - 1 && other.left < one.right - 1 && one.top < other.bottom - 1 && other.top < one.bottom - 1;
  const buttons = boxes('.map-controls :is(button, summary)');
  return boxes('.legend li').flatMap(([it, box]) => buttons.filter(([, other]) => meet(box, other)).map(([button]) => `${it.textContent.trim()}: ${button.ariaLabel}`));
}
