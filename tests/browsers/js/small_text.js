/**
 * @returns {string[]} visible text of less than 14 px, but for the numbers of sources and what is drawn
 */
function smallText() {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), found = new Set();
  const isHidden = it => it !== null && (it.getBoundingClientRect().width <= 1 || isHidden(it.parentElement));
  while (walker.nextNode()) {
    const it = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || it.closest('sup, svg, script, style, template') || !it.checkVisibility()) continue;
    const size = parseFloat(getComputedStyle(it).fontSize);
    if (size < 14 && !isHidden(it)) found.add(`${it.className || it.localName} ${size} px: ${walker.currentNode.data.trim().slice(0, 30)}`);
  }
  return [...found];
}
