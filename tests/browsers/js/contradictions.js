/**
 * Where map, markers, legend and card contradict one another. The card of a pillar or an area lists only who has a status there.
 * The legend of an area counts only work of AUKUS, and what other countries have to do with it differs from one to another.
 * @param {number | null} count how many countries are marked on the map, where that is known
 * @returns {string[]}
 */
function contradictions(count) {
  const all = selector => [...document.querySelectorAll(selector)];
  /** @type {(it: any, status: (it: any) => string) => [string, string]} */
  const pair = (it, status) => [(it.querySelector('a[data-country]') ?? it).dataset.country, status(it)];
  const table = (list, status) => new Map(list.map(it => pair(it, status)).sort());
  const marked = it => it.querySelector('.mark')?.dataset.mark;
  const shapes = table(all('.map a.map-country'), it => it.dataset.status);
  const listed = all('[data-who] tbody tr, .card .standings > li');
  const wrong = [];
  if (shapes.size !== (count ?? shapes.size) || shapes.size === 0) wrong.push(`${shapes.size} countries on the map`);
  const compare = (name, others, expected) => {
    const text = map => JSON.stringify([...map]);
    if (text(others) !== text(expected)) wrong.push(`${name} ${text(others)}, but the map ${text(expected)}`);
  };
  const markers = all('li:not([hidden]) > .map-marker');
  compare('markers say', table(markers, marked), shapes);
  compare('markers are', table(markers, it => it.dataset.status), shapes);
  const list = table(listed, it => marked(it) ?? 'none');
  compare('the card says', list, new Map([...shapes].filter(([country, status]) => status !== 'none' || list.has(country))));
  const words = new Map();
  for (const entry of listed) {
    const mark = marked(entry) ?? 'none', said = [...entry.querySelectorAll(`td[data-mark=${mark}], .standing`)].at(-1)?.textContent;
    if (!said && entry.localName === 'li') wrong.push(`${entry.textContent} has no status in words`);
    if (!said || mark === 'none') continue;
    const status = said.split(/[,;[\u00a0]/)[0].trim();
    if (words.has(mark) && words.get(mark) !== status) wrong.push(`${mark} is called ${status} and ${words.get(mark)}`);
    words.set(mark, status);
  }
  const isOfArea = document.documentElement.dataset.view?.startsWith('technology='), legend = all('.legend-item');
  const counts = legend.map(it => `${it.dataset.mark} ${it.querySelector('.legend-count').textContent}`);
  const inLegend = [...new Set(shapes.values())].filter(it => !isOfArea || !['closed', 'mentioned', 'none'].includes(it));
  const counted = inLegend.map(mark => `${mark} ${[...shapes.values()].filter(it => it === mark).length}`);
  if (counts.sort().join() !== counted.sort().join()) wrong.push(`the legend counts ${counts}, but the map has ${counted}`);
  for (const entry of legend) {
    const mark = entry.dataset.mark, meaning = entry.querySelector(':not([aria-hidden], .legend-count)').textContent;
    // What is closed is said of the pillar there, and of the country in a card.
    const isSaid = mark === 'closed' || !words.has(mark) || words.get(mark).toLowerCase() === meaning.toLowerCase();
    if (!isSaid) wrong.push(`the legend calls ${mark} ${meaning}, the card ${words.get(mark)}`);
  }
  return wrong;
}
