/**
 * @param {string} selector
 * @returns {string} what has the focus instead of an element that matches; nothing if such an element has it
 */
function hasFocus(selector) {
  const it = document.activeElement;
  return it?.matches(selector) ? '' : String(it?.outerHTML.slice(0, 80));
}
