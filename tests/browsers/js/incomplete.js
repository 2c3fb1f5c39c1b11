/**
 * What a reader of the printed page in the frame misses: the note, a card, a source, the checks of the article, the map with its names.
 * @param {Record<string, number> | null} counts how many entries of each kind there are, where that is known
 * @returns {string[]}
 */
function incomplete(counts) {
  const page = document.querySelector('iframe').contentDocument, root = page.documentElement, wrong = [];
  const visible = it => it?.checkVisibility({ visibilityProperty: true }) && it.getBoundingClientRect().height > 0;
  if (!visible(page.querySelector('.no-script'))) wrong.push('nothing says that there is no script');
  if (!visible(page.querySelector('.card'))) wrong.push('there is no card');
  const entries = [...page.querySelectorAll('.entry')];
  const count = kind => entries.filter(it => it.id.startsWith(`${kind}=`)).length;
  for (const [kind, expected] of Object.entries(counts ?? {}))
    if (count(kind) !== expected) wrong.push(`${count(kind)} entries of kind ${kind}, not ${expected}`);
  for (const it of entries) if (!visible(it) || it.textContent.trim().length < 40) wrong.push(`no text of ${it.id}`);
  for (const section of ['article', 'limits', 'glossary', 'sources', 'about'])
    if (!visible(page.getElementById(section))) wrong.push(`no ${section}`);
  const cited = new Set([...page.querySelectorAll('.text a[href^="#source-"], .checks a[href^="#source-"], .glossary a[href^="#source-"]')].map(it => it.hash.slice(1)));
  for (const it of page.querySelectorAll('#sources li:not([data-withdrawn])')) if (!cited.has(it.id)) wrong.push(`${it.id} is never cited`);
  const shapes = [...page.querySelectorAll('.map-country use, g > g > .map-land')], marked = page.querySelectorAll('.map-country').length;
  if (shapes.length !== count('partner') || shapes.some(it => it.getBoundingClientRect().width < 2)) wrong.push('the map is not drawn');
  const names = [...page.querySelectorAll('.map-name')].filter(visible);
  if (marked < 3 || names.length < marked * 0.75) wrong.push(`only ${names.length} names on the map`);
  names.forEach((one, index) => names.slice(index + 1).forEach(other => {
    const [a, b] = [one, other].map(it => it.getBoundingClientRect());
    if (Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 2)
      wrong.push(`${one.textContent} lies over ${other.textContent}`);
  }));
  if (page.querySelectorAll('.legend li').length < 2) wrong.push('no legend');
  if (root.scrollWidth > root.clientWidth) wrong.push('scrolls sideways');
  return wrong;
}
