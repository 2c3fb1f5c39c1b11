/**
 * What is wrong with the text of a country, in the page in the frame that no script runs in: its verdict is to be the first that
 * is read of it, in the window. A country that is only mentioned has none.
 * @param {string} id
 * @returns {string[]}
 */
function printedVerdict(id) {
  const frame = document.querySelector('iframe'), page = frame.contentDocument, entry = page.getElementById(id);
  const verdict = entry.querySelector('[data-verdict]'), wrong = [];
  if (!verdict) return wrong;
  const box = verdict.getBoundingClientRect();
  if (box.top < -1 || box.bottom > frame.contentWindow.innerHeight + 1) wrong.push(`the verdict of ${id} is from ${Math.round(box.top)} to ${Math.round(box.bottom)}`);
  const first = [...entry.children].filter(it => it.textContent.trim() && !/^H\d$/.test(it.tagName))[0];
  if (first !== verdict) wrong.push(`${id} begins with “${first.textContent.trim().slice(0, 40)}”`);
  return wrong;
}
