// Messages with the page that embeds this one, before the app is there and without it too.
//
// Every message is an object { "aukus-briefing": 1, nonce, type, … }. Out go ready (query, height), height (height in px),
// selection (query), scroll (top in px) and show-all (top in px); in come select (query), theme (theme), language (language;
// there is one) and capped (capped, whether the frame is lower than its page until the reader asks for all of it). A message
// counts if it comes from the embedding page and carries the nonce of this page's address; whatever else arrives is not for us.
// Origins say nothing here: a sandboxed page has none. The app is told of what is asked for by an event; before it is there, the
// fragment of the address keeps it.
{
  const root = document.documentElement, protocol = 'aukus-briefing';
  const parameters = new URLSearchParams(location.hash.slice(1)), nonce = parameters.get('embed') ?? '';
  // Framed, but to be shown as it is on its own.
  const isPlain = parent === self || nonce === 'off';
  const setTheme = theme => {
    // The reader's own choice counts more.
    if (root.hasAttribute('data-theme-chosen')) return;
    if (theme === 'light' || theme === 'dark') root.setAttribute('data-theme', theme);
    else root.removeAttribute('data-theme');
  };
  const here = () => location.href.split('#')[0];
  // The app says which view it shows; without it the page shows the text of the one that was asked for.
  const view = () => root.getAttribute('data-view') ?? (root.hasAttribute('data-failed') && viewOf(location.hash) || '');
  const post = message => parent.postMessage(message, '*');
  const send = (type, fields) => post({ [protocol]: 1, nonce, type, ...fields });
  const findTitle = () => document.getElementById('card-title');
  const top = element => Math.round(element.getBoundingClientRect().top);
  // The view and the title of the card that were shown last, and the view that the host asked for.
  let height = 0, isReady = false, shown, title, wanted;
  // What the reader did last: how far down, whether the frame was as high as its page, and whether it was to follow a link.
  let step = { top: -Infinity, isFitted: false, isToPlace: false };

  // A scroll bar makes the page narrower and so of another height than in a frame that fits it. Where the bar is needed no
  // longer, some browsers keep it until the page is laid out without. The button at the lower edge of a capped frame takes room
  // that the page without it does not.
  function heightWithoutBar() {
    const hasBar = innerWidth > root.clientWidth;
    if (hasBar) root.style.overflow = 'hidden';
    const { width, height } = root.getBoundingClientRect(), room = document.querySelector('.show-all')?.offsetHeight ?? 0;
    if (hasBar) root.style.overflow = '';
    return width ? Math.ceil(height - room) : 0;
  }

  // Integers only, and none while the page is out of sight: it has no height then.
  function measure() {
    const now = heightWithoutBar();
    // A pixel less is rounding, which would move all that is below.
    if (!now || now === height || now === height - 1) return;
    height = now;
    send('height', { height });
    // The dialects of hosts that know other frames.
    post({ sentinel: 'amp', type: 'embed-size', height });
    post(JSON.stringify({ context: 'iframe.resize', height, src: location.href }));
  }

  function tell() {
    const isThere = root.hasAttribute('data-ready') || root.hasAttribute('data-failed');
    if (!isThere || (isReady && view() === shown)) return;
    measure();
    if (!isReady) send('ready', { query: view(), height });
    // The host knows what it asked for. Told of it, two embeds in step could ask each other for ever.
    else if (view() !== wanted) choose();
    [isReady, shown, wanted, title] = [true, view(), undefined, findTitle()];
  }

  // Another view is shown. If the reader has chosen it, the card may begin far above.
  function choose() {
    send('selection', { query: view() });
    const now = findTitle();
    if (wanted === undefined && now && now !== title && top(now) < step.top) show(now);
    step.top = -Infinity;
  }

  // A frame as high as its page has nothing to scroll. What does is the host's, and it is asked. If the frame was as high, what
  // it has been scrolled by counts, too, since it will be that high again.
  function show(place) {
    measure();
    send('scroll', { top: Math.max(0, top(place) + (step.isFitted ? scrollY : 0)) });
  }

  function act({ target }) {
    if (!(target instanceof Element)) return;
    // What is chosen on the map of a narrow frame is answered on the map, by the sheet.
    const hasSheet = target.closest('[data-map-frame], .sheet') && matchMedia('(max-width: 43.75rem)').matches;
    step = { top: hasSheet ? -Infinity : top(target), isFitted: innerHeight >= height, isToPlace: false };
  }

  // The reader has followed a link to a place on the page.
  function arrive() {
    step.isToPlace = false;
    lead(document.querySelector(':target'));
  }

  function lead(place) {
    if (!isReady || !place) return;
    send('selection', { query: shown });
    show(place);
  }

  function hear({ source, data }) {
    if (source !== parent || typeof data !== 'object' || data?.[protocol] !== 1 || data.nonce !== nonce) return;
    const { type, query, theme, capped } = data;
    if (type === 'theme' && ['light', 'dark', 'auto'].includes(theme)) setTheme(theme);
    if (type === 'capped' && typeof capped === 'boolean') root.toggleAttribute('data-capped', capped);
    if (type === 'select' && typeof query === 'string' && /^[\w=&.-]{0,2000}$/.test(query)) {
      wanted = query;
      // Not by the address once the app is there: browsers let that change only so often.
      if (!root.hasAttribute('data-ready')) go(query || 'overview');
      dispatchEvent(new CustomEvent('briefing-select', { detail: query }));
    }
  }

  // The button goes when the host has made room; whoever pressed it by key goes on at the beginning of the page.
  function askForAll() {
    send('show-all', { top: Math.round(scrollY) });
    const title = document.querySelector('h1');
    title.tabIndex = -1;
    title.focus({ preventScroll: true });
  }

  // A fragment that names a view and, by its end, no place: to go to a place, some browsers scroll the host's page, too.
  const rename = name => replaceFragment(`${name}&`);

  // For when there is no app to hear of it.
  function go(name) {
    const oldURL = location.href;
    rename(name);
    dispatchEvent(new HashChangeEvent('hashchange', { oldURL }));
    if (root.hasAttribute('data-failed')) bringUp(entryOf(name) ?? root);
  }

  setTheme(parameters.get('theme'));
  if (!isPlain) {
    root.setAttribute('data-embedded', '');
    if (viewOf(location.hash) !== null) rename(location.hash.slice(1));
    addEventListener('message', hear);
    new ResizeObserver(measure).observe(root);
    addEventListener('resize', measure);
    new MutationObserver(tell).observe(root, { attributeFilter: ['data-ready', 'data-failed', 'data-view'] });
    // Loaded anew it is still the frame that its host knows.
    addEventListener('briefing-restarts', () => {
      const kept = new URLSearchParams({ embed: nonce, theme: root.getAttribute('data-theme') ?? '' });
      rename(`${view() || 'overview'}&${kept}`);
    });
    for (const type of ['click', 'keydown']) addEventListener(type, act, true);
    addEventListener('hashchange', () => step.isToPlace && arrive());
    addEventListener('click', ({ target }) => target.closest?.('.show-all') && askForAll());
    addEventListener('click', ({ target }) => target.closest?.('.sheet-on') && lead(findTitle()));
    // A frame is no place for another site.
    addEventListener('click', event => {
      const link = event.target.closest?.('a[href]'), href = link?.getAttribute('href') ?? '';
      if (link?.matches('.open-full')) link.href = `${here()}#${view() || 'overview'}`;
      if (link && !href.startsWith('#')) link.target = '_blank';
      step.isToPlace = href.startsWith('#') && !event.defaultPrevented;
      if (step.isToPlace && href === location.hash) arrive();
      if (step.isToPlace && location.protocol === 'about:') {
        event.preventDefault();
        location.hash = href;
      }
    });
  }
}
