/** Does what a browser's translator does, and to every text: it goes into an element of its own, in place of its node. */
function translate() {
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), list = [];
  while (texts.nextNode()) list.push(texts.currentNode);
  for (const text of list) {
    if (text.parentElement.closest('script, style, font')) continue;
    const inner = document.createElement('font'), outer = document.createElement('font');
    inner.textContent = text.data;
    outer.append(inner);
    text.replaceWith(outer);
  }
}
