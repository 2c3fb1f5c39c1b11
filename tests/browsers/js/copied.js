/**
 * What a copy of each element that matches has: the text of a selection of all that is in it, in one line.
 * @param {string} selector
 * @returns {string[]}
 */
selector => [...document.querySelectorAll(selector)].map(it => {
  const selection = getSelection();
  selection.selectAllChildren(it);
  const text = `${selection}`;
  selection.removeAllRanges();
  return text.replace(/\s+/g, ' ').trim();
})
