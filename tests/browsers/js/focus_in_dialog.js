/** @returns {string} what has the focus, by its class where it is in the dialog */
function focusInDialog() {
  const it = document.activeElement;
  return document.querySelector('.embed').contains(it) ? it.className || it.localName : it.outerHTML.slice(0, 80);
}
