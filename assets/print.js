// Printing prints the view that is shown, with its folds and its sources; a button prints everything. The style says what is on
// paper; this brings about what is not in the page yet, and takes it away again.
{
  const root = document.documentElement, ALL = 'data-print-all';
  // So many letters are half a page. A longer fold is printed if the reader has opened it.
  const MOST = 3000;
  const isView = () => root.hasAttribute('data-ready') && !root.hasAttribute(ALL);
  let opened = [], section;

  const unfold = () => {
    for (const fold of document.querySelectorAll('.card-fold:not([open], [data-footnotes])')) {
      // Very long ones are not drawn before.
      if (fold.children.length < 2 || fold.textContent.length > MOST) continue;
      opened.push(fold);
      fold.open = true;
    }
  };

  const printed = kind => [...document.querySelectorAll(`:is(.masthead, #answer, #opened) .${kind}`)].filter(it => !it.closest('details:not([open])'));
  const copies = it => [...it?.childNodes ?? []].map(node => node.cloneNode(true));
  const titled = id => {
    const title = document.createElement('h2');
    title.textContent = document.getElementById(id).textContent;
    return title;
  };

  // What its words mean, in the order in which they stand in it.
  const listTerms = () => {
    const entries = printed('term').map(it => document.getElementById(it.hash.slice(1))).filter(Boolean);
    if (!entries.length) return [];
    const list = document.createElement('dl');
    for (const entry of entries) {
      const it = document.createElement('div');
      it.append(...copies(entry));
      list.append(it);
    }
    return [titled('glossary-title'), list];
  };

  // What is printed cites, by the numbers that its sentences have, and what its words mean.
  const listSources = () => {
    const terms = listTerms(), numbers = new Set(printed('ref').flatMap(it => it.dataset.sources.split(', ').map(Number)));
    for (const it of terms.flatMap(it => [...it.querySelectorAll('.refs a')])) numbers.add(Number(it.hash.replace('#source-', '')));
    const list = document.createElement('ol');
    for (const number of [...numbers].sort((one, other) => one - other)) {
      const item = document.createElement('li'), entry = document.getElementById(`source-${number}`);
      item.value = number;
      item.append(...copies(entry));
      list.append(item);
    }
    section = document.createElement('section');
    section.className = 'view-sources';
    section.append(...terms, titled('sources-title'), list);
    document.getElementById('overview').append(section);
    // The map is printed as it is laid out here, and smaller where that is wider than the paper.
    const map = document.querySelector('.map');
    map.style.setProperty('--map-width', map.offsetWidth);
  };

  const prepare = () => {
    if (!isView()) return;
    restore();
    unfold();
    listSources();
  };
  const restore = () => {
    opened.forEach(it => { it.open = false; });
    section?.remove();
    document.querySelector('.map').style.removeProperty('--map-width');
    [opened, section] = [[], undefined];
  };

  addEventListener('beforeprint', prepare);
  addEventListener('afterprint', () => {
    restore();
    root.removeAttribute(ALL);
  });
  addEventListener('click', ({ target }) => {
    const button = target.closest?.('.print');
    if (!button) return;
    root.toggleAttribute(ALL, button.value === 'all');
    print();
  });
}
