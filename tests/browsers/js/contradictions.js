/**
 * Where map, markers, list and legend contradict one another. The legend of an area counts only work of AUKUS, and what other
 * countries have to do with it differs from one to another.
 * @param {number | null} count how many countries there are, where that is known
 * @returns {string[]}
 */
function contradictions(count) {
  const all = selector => [...document.querySelectorAll(selector)];
  /** @type {(it: any, status: (it: any) => string) => [string, string]} */
  const pair = (it, status) => [it.dataset.country, status(it)];
  const table = (selector, status) => new Map(all(selector).map(it => pair(it, status)).sort());
  const marked = it => it.querySelector('.mark')?.dataset.mark;
  const shapes = table('.map a.map-country', it => it.dataset.status);
  const wrong = [];
  if (shapes.size !== (count ?? shapes.size) || shapes.size === 0) wrong.push(`${shapes.size} countries on the map`);
  const compare = (name, others) => {
    const text = map => JSON.stringify([...map]);
    if (text(others) !== text(shapes)) wrong.push(`${name} ${text(others)}, but the map ${text(shapes)}`);
  };
  compare('markers say', table('.map-marker', marked));
  compare('the list says', table('.partners a', marked));
  const words = new Map(), isOfArea = document.querySelector('[data-technology][aria-current]') !== null;
  for (const entry of all('.partners a')) {
    const [mark, text] = [marked(entry), entry.querySelector('.partner-status').textContent];
    if (!text) wrong.push(`${entry.dataset.country} has no status in words`);
    if (isOfArea && (mark === 'none' || mark === 'mentioned')) continue;
    if (words.has(mark) && words.get(mark) !== text) wrong.push(`${mark} is called ${text} and ${words.get(mark)}`);
    words.set(mark, text);
  }
  const legend = all('.legend-item').map(it => [marked(it), ...[...it.children].slice(1).map(part => part.textContent)].join('|'));
  const counted = [...words].map(([mark, text]) => [mark, text, [...shapes.values()].filter(it => it === mark).length].join('|'));
  if (legend.sort().join() !== counted.sort().join()) wrong.push(`the legend says ${legend}, but the list ${counted}`);
  return wrong;
}
