/**
 * What is wrong with the numbers of sources in the card, all of it unfolded: one for each sentence, on the line of its last word
 * and beside it, no smaller than a fingertip's target.
 * @returns {string[]}
 */
function looseNumbers() {
  document.querySelectorAll('.card details').forEach(it => { it.open = true; });
  const wrong = [], numbers = [...document.querySelectorAll('.card .refs')];
  for (const refs of numbers) {
    const sentence = refs.parentElement, link = refs.querySelector('a.ref');
    const name = `${innerWidth} px: …${sentence.textContent.slice(-40)}`;
    if (sentence.querySelectorAll('.refs').length !== 1) wrong.push(`${name}: several`);
    if (refs.querySelectorAll('a').length !== 1 || !link) { wrong.push(`${name}: not one link`); continue; }
    if (!link.getClientRects().length) continue;
    const range = document.createRange();
    const box = (node, from, to) => {
      range.setStart(node, from);
      range.setEnd(node, to);
      return [...range.getClientRects()].at(-1);
    };
    const words = document.createTreeWalker(sentence, NodeFilter.SHOW_TEXT);
    let word = null;
    for (let node = words.nextNode(); node && !refs.contains(node); node = words.nextNode()) word = node;
    const letter = box(word, word.length - 1, word.length);
    const digits = [...link.childNodes].find(it => it.nodeType === Node.TEXT_NODE), number = box(digits, 0, digits.length);
    if (!/\S/.test(word.data.slice(-1))) wrong.push(`${name}: a space`);
    if (Math.abs(number.left - letter.right) > 2 || number.bottom < letter.top || number.top > letter.bottom)
      wrong.push(`${name}: at ${[number.left, number.top]}, not ${[letter.right, letter.top]}`);
    const target = link.getBoundingClientRect();
    if (target.width < 24 || target.height < 24) wrong.push(`${name}: ${target.width} by ${target.height} px`);
  }
  if (!numbers.length) wrong.push('no numbers');
  return wrong;
}
