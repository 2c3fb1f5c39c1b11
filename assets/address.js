// What the address asks for, before the app is there and without it: a view, for boot.js, and a place on the page.
//
// What mail and chat programs do to an address is undone by the rules of crates/explorer/src/address.rs, where they are
// explained; tests/addresses.txt holds both to the same. The functions are global, for boot.js and host.js.

// The parts of a query or a fragment that delimiters leave, without percent escapes and without those of mail (`=3D`).
function piecesOf(pair) {
  const decoded = new URLSearchParams(`=${pair}`).get('').replaceAll('=3D', '=');
  // A value may be in quotes or brackets.
  return decoded.replace(/=[;?#"<>()[\]{}|,~%\n]+/g, '=').split(/[&;?#"<>()[\]{}|~%\n]/);
}

// The words of a text with hyphens in between, in small letters.
function plain(text) {
  return text.split(/[^a-z\d-]+/i).filter(Boolean).join('-').toLowerCase();
}

// Whether a query or a fragment begins with the overview, whatever was put behind it.
function namesOverview(part) {
  return piecesOf(part).flatMap(it => it.split(',')).map(plain).find(Boolean) === 'overview';
}

// Hands out each key of some pieces with the values after it, between commas, as long as they are taken.
function takePieces(pieces, take) {
  for (const piece of pieces) {
    const pairs = piece.split(/,(?=[^,]*=)/).map(it => it.match(/^([^=]*)=(.*)$/s)).filter(Boolean);
    if (!pairs.every(([, key, values]) => take(key, values.split(',')))) return;
  }
}

// The name of the view that a query or a fragment asks for, empty for the overview; null if it asks for none.
function viewOf(part) {
  const keys = '{{keys}}'.split(' '), lists = ['compare', 'only'], found = new Map();
  for (const pair of part.slice(1).split('&')) {
    // What is searched for is free text.
    if (pair.startsWith('q=')) {
      if (!found.has('q')) found.set('q', pair.slice(2));
      continue;
    }
    takePieces(piecesOf(pair), (key, values) => {
      const name = plain(key);
      if (!keys.includes(name) || name === 'q') return false;
      const list = lists.includes(name) ? values : values.slice(0, 1);
      if (!found.has(name)) found.set(name, list.map(plain).filter(Boolean).join(','));
      return true;
    });
  }
  if (!found.size) return namesOverview(part) ? '' : null;
  return keys.filter(it => found.has(it)).map(it => `${it}=${found.get(it)}`).join('&');
}

// The name of the view that the address asks for.
function asked() {
  const { hash, search } = location, view = viewOf(hash);
  // A date alone, and what a browser takes for a fragment after `&#38;` or `&#x26;`, go with the query.
  const isPart = view?.startsWith('date=') || /^#(0*38|x0*26);/i.test(hash);
  if (isPart && !namesOverview(hash)) return viewOf(`${hash}&${search.slice(1)}`) ?? '';
  return view ?? viewOf(search) ?? '';
}

// The printed text of a view, which is that of the last thing that it names; all areas have one for all of their cells. An id
// that an entry had is within it.
function entryOf(view) {
  const named = (view.match(/(?:^|&)((?:view|story)=[^&]*)/)?.slice(1) ?? view.split('&').reverse()).map(it => document.getElementById(it)?.closest('.entry'));
  return named.find(Boolean);
}

// Gives the address another fragment, and the reader no other place.
function replaceFragment(fragment) {
  // Not a relative address: a page without one of its own takes that for its host's.
  const address = `${location.href.split('#')[0]}#${fragment}`;
  try {
    history.replaceState(history.state, '', address);
  } catch {
    // Refused in some sandboxed frames.
    location.replace(address);
  }
}

// Brings an element to the upper edge of the page's own window: an embed leaves the page around it where it is.
function bringUp(element) {
  const top = element?.getBoundingClientRect().top ?? 0;
  scrollBy({ top: top - parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop), behavior: 'instant' });
}

// A place that the address names comes to its place, and stays there while the page above it gets another height: until
// the app has been there for a second, or the reader moves. Watched frame by frame: a ResizeObserver here would loop, which
// browsers report as an error.
{
  const root = document.documentElement;
  // The place, and where in the window it is kept: null for its upper edge.
  let id = '', wanted = null;
  // How far down in the page the place was last, and how far down the page was scrolled.
  let placeAt = NaN, scrolledTo = NaN;
  let frame = 0, end = Infinity, isFollowing = false;
  const leave = () => { id = ''; };
  const keep = time => {
    if (!id) return;
    const place = document.getElementById(id);
    if (place?.getClientRects().length) {
      const margin = parseFloat(getComputedStyle(place).scrollMarginTop) + parseFloat(getComputedStyle(root).scrollPaddingTop);
      const top = place.getBoundingClientRect().top - (wanted ?? margin), isStill = Math.abs(top + scrollY - placeAt) < 1;
      // The reader has scrolled.
      if (isStill && Math.abs(scrollY - scrolledTo) > 1) return leave();
      placeAt = top + scrollY;
      if (Math.abs(top) > 1) scrollBy({ top, behavior: 'instant' });
      scrolledTo = scrollY;
    }
    if (root.matches('[data-ready], [data-failed]')) end = Math.min(end, time + 1000);
    if (time < end) frame = requestAnimationFrame(keep);
    else leave();
  };
  const start = (place, top) => {
    [id, wanted, placeAt, end] = [place, top, NaN, Infinity];
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(keep);
  };
  const find = () => {
    const { hash } = location;
    start(viewOf(hash) === null ? plain(piecesOf(hash.slice(1))[0]) : '', null);
  };
  // A reader of what is below the app, and of the text if that is there, keeps it when the app takes over.
  const stay = () => {
    const [app, text, below] = ['app', 'text', 'article'].map(it => document.getElementById(it).getBoundingClientRect());
    if (!id && app.bottom < 0 && text.bottom <= 0) start('article', below.top);
  };
  for (const type of ['wheel', 'pointerdown', 'keydown']) addEventListener(type, leave, { capture: true, passive: true });
  addEventListener('briefing-select', leave);
  addEventListener('briefing-hydrates', stay);
  // Not when the reader goes back or forward: where the reader was, the browser knows.
  addEventListener('click', event => { isFollowing = !!event.target.closest?.('a[href^="#"]'); }, true);
  addEventListener('hashchange', () => {
    if (isFollowing && !root.hasAttribute('data-ready')) find();
    else leave();
    isFollowing = false;
  });
  if (!['reload', 'back_forward'].includes(performance.getEntriesByType('navigation')[0]?.type)) find();
}
