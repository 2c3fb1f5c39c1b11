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

  // What is printed cites, by the numbers that its sentences have.
  const listSources = () => {
    const refs = [...document.querySelectorAll(':is(.masthead, #answer, #opened) .ref')];
    const numbers = new Set(refs.filter(it => !it.closest('details:not([open])')).flatMap(it => it.dataset.sources.split(', ').map(Number)));
    const list = document.createElement('ol');
    for (const number of [...numbers].sort((one, other) => one - other)) {
      const item = document.createElement('li'), entry = document.getElementById(`source-${number}`);
      item.value = number;
      item.append(...[...entry?.childNodes ?? []].map(it => it.cloneNode(true)));
      list.append(item);
    }
    const title = document.createElement('h2');
    title.textContent = document.getElementById('sources-title').textContent;
    section = document.createElement('section');
    section.className = 'view-sources';
    section.append(title, list);
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
