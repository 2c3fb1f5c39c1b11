/**
 * What cannot be told apart where the system chooses the colours.
 * @returns {string[]}
 */
function forcedColours() {
  const wrong = [];
  if (!matchMedia('(forced-colors: active)').matches) wrong.push('colours are not forced');
  const all = selector => [...document.querySelectorAll(selector)], style = (it, pseudo) => getComputedStyle(it, pseudo);
  // Each kind of work of AUKUS has a bar of its own, and nothing else has one.
  const bars = all('.matrix td').map(it => {
    const { content, backgroundColor, backgroundImage, borderLeftWidth } = style(it, '::before');
    return [it.dataset.kind ?? 'nothing', content === 'none' ? '' : [backgroundColor, backgroundImage, borderLeftWidth].join(' ')];
  });
  if (!bars.some(([kind]) => kind === 'joint-work')) wrong.push('no cell of joint work');
  const kinds = new Map(bars), seen = new Set([...kinds.values()].filter(Boolean));
  const withBar = [...kinds].filter(([, bar]) => bar).map(([kind]) => kind);
  if (seen.size !== withBar.length) wrong.push(`bars look alike: ${JSON.stringify([...kinds])}`);
  // Only the chosen view is underlined.
  if (!all('.lenses .lens[aria-current]').length) wrong.push('no view is chosen');
  for (const it of all('.lenses .lens').filter(it => it.checkVisibility())) {
    const { borderBottomColor, borderBottomWidth } = style(it);
    const isSeen = borderBottomWidth !== '0px' && borderBottomColor !== 'rgba(0, 0, 0, 0)';
    if (isSeen !== it.hasAttribute('aria-current')) wrong.push(`${it.textContent}: border ${borderBottomColor}`);
  }
  if (!all('.timeline-ahead').length) wrong.push('nothing lies ahead');
  for (const it of all('.timeline-ahead'))
    if (style(it).backgroundImage === 'none') wrong.push('what is not known yet is not hatched');
  return wrong;
}
