/**
 * What an address may not bring about: its own elements, its own values, or objects that are no longer what they were.
 * @returns {string[]}
 */
function harm() {
  const wrong = [];
  if (window.hacked !== undefined || ({}).hacked !== undefined) wrong.push('a script of the address ran');
  for (const it of document.querySelectorAll('img, iframe, object, embed, base, form, u, [onerror], [onload]'))
    wrong.push(`the address put in ${it.outerHTML.slice(0, 80)}`);
  for (const it of document.querySelectorAll('a[href]')) {
    const target = it.getAttribute('href');
    if (!/^(#|https?:|(\.\/|aukus-briefing\.html)$)/.test(target)) wrong.push(`a link to ${target.slice(0, 80)}`);
  }
  if (!document.title || !document.querySelector('.answer > h2')?.textContent) wrong.push('no title');
  return wrong;
}
