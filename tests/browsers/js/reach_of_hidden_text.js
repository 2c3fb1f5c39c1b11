/**
 * What of the hidden text can be met: seen, focused or found, or the room it takes.
 * @returns {string[]}
 */
() => {
  const text = document.querySelector('.text'), parts = [...text.querySelectorAll('h2, h3, h4, p, a')], wrong = [];
  const height = () => document.documentElement.getBoundingClientRect().height;
  if (!parts.length) wrong.push('there is none');
  if (parts.some(it => it.checkVisibility({ visibilityProperty: true }))) wrong.push('it is seen');
  for (const link of text.querySelectorAll('a')) {
    link.focus();
    if (text.contains(document.activeElement)) return [...wrong, `the focus is on ${link.textContent}`];
  }
  const title = text.querySelector('h2').textContent;
  if (window.find(title, true)) wrong.push(`${title} is found`);
  if (document.body.innerText.includes(title)) wrong.push(`${title} is read`);
  const before = height();
  text.style.display = 'none';
  if (height() !== before) wrong.push(`it is ${before - height()} px high`);
  text.style.display = '';
  return wrong;
}
