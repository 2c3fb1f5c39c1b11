// What the address asks for, before the app is there and without it: a view, for boot.js, and a place on the page.
//
// What mail and chat programs do to an address is undone by the rules of crates/explorer/src/address.rs, where they are
// explained; tests/addresses.txt holds both to the same.

// The parts of a query or a fragment that delimiters leave, without percent escapes and without those of mail (`=3D`).
function piecesOf(pair) {
  const decoded = new URLSearchParams(`=${pair}`).get('').replaceAll('=3D', '=');
  return decoded.split(/[&;?#"<>()[\]{}|,~%\n]/);
}

// The words of a text with hyphens in between, in small letters.
function plain(text) {
  return text.split(/[^a-z\d-]+/i).filter(Boolean).join('-').toLowerCase();
}

// The name of the view that a query or a fragment asks for, empty for the overview; null if it asks for none.
function viewOf(part) {
  const keys = '{{keys}}'.split(' '), text = part.slice(1), found = new Map();
  for (const pair of text.split('&')) {
    for (const [, key, value] of piecesOf(pair).map(it => it.match(/^([^=]*)=(.*)$/s)).filter(Boolean)) {
      const name = plain(key);
      if (!keys.includes(name)) break;
      if (!found.has(name)) found.set(name, plain(value));
    }
  }
  if (!found.size) return text === 'overview' ? '' : null;
  return keys.filter(it => found.has(it)).map(it => `${it}=${found.get(it)}`).join('&');
}

// The name of the view that the address asks for.
function asked() {
  const { hash, search } = location, view = viewOf(hash);
  // A date alone, and what a browser takes for a fragment after `&#38;`, go with the query.
  if (view?.startsWith('date=') || /^#0*38;/.test(hash)) return viewOf(`${hash}&${search.slice(1)}`) ?? '';
  return view ?? viewOf(search) ?? '';
}

// A place that the address names comes to its place, and stays there while the page above it gets another height: until
// the app has been there for a second, or the reader moves. Watched frame by frame, as an observer of the whole page would
// be told of what other observers do, which browsers report as an error.
{
  const root = document.documentElement;
  let id = '', frame = 0, end = Infinity, offset = NaN, scrolled = NaN;
  const leave = () => { id = ''; };
  const keep = time => {
    if (!id) return;
    const place = document.getElementById(id);
    if (place?.getClientRects().length) {
      const margin = parseFloat(getComputedStyle(place).scrollMarginTop) + parseFloat(getComputedStyle(root).scrollPaddingTop);
      const top = place.getBoundingClientRect().top - margin, now = top + scrollY;
      // Where the place is in the page has not changed, but what is seen of the page has.
      if (Math.abs(now - offset) < 1 && Math.abs(scrollY - scrolled) > 1) return leave();
      // By the window alone: an embedding page is not to be scrolled.
      if (Math.abs(top) > 1) scrollBy({ top, behavior: 'instant' });
      [offset, scrolled] = [now, scrollY];
    }
    if (root.matches('[data-ready], [data-failed]')) end = Math.min(end, time + 1000);
    if (time < end) frame = requestAnimationFrame(keep);
  };
  const find = () => {
    const { hash } = location;
    id = viewOf(hash) === null ? plain(piecesOf(hash.slice(1))[0]) : '';
    offset = NaN;
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(keep);
  };
  for (const type of ['wheel', 'pointerdown', 'keydown']) addEventListener(type, leave, { capture: true, passive: true });
  addEventListener('briefing-select', leave);
  addEventListener('hashchange', () => root.hasAttribute('data-ready') ? leave() : find());
  // Where the reader was before, the browser knows.
  if (!['reload', 'back_forward'].includes(performance.getEntriesByType('navigation')[0]?.type)) find();
}
