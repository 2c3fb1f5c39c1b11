/**
 * @returns {string[]} some words of a fold of the card that stand nowhere before it
 */
() => {
  const texts = document.createTreeWalker(document.querySelector('.card'), NodeFilter.SHOW_TEXT), before = document.body.innerText;
  while (texts.nextNode()) {
    const words = texts.currentNode.data.trim().split(' ').slice(0, 5).join(' ');
    const isFolded = texts.currentNode.parentElement.closest('details:not([open])') && !texts.currentNode.parentElement.closest('summary');
    if (isFolded && words.split(' ').length > 4 && !before.includes(words)) return [words];
  }
  return [];
}
