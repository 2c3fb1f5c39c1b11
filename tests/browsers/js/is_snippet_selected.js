/** @returns {boolean} whether all of the snippet is selected */
function isSnippetSelected() {
  const it = document.querySelector('.embed-snippet');
  return document.activeElement === it && it.selectionStart === 0 && it.selectionEnd === it.value.length;
}
