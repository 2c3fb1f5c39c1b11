// Messages with the page that embeds this one, before the app is there and without it too.
//
// Every message is an object { "aukus-briefing": 1, nonce, type, … }. Out go ready (query, height), height (height in px) and
// selection (query) and scroll (top in px); in come select (query), theme (theme) and language (language; there is one). A message counts if it
// comes from the embedding page and carries the nonce of this page's address; whatever else arrives is not for us. Origins
// say nothing here: a sandboxed page has none. The app is told of what is asked for by an event; before it is there, the
// fragment of the address keeps it.
{
  const root = document.documentElement, protocol = 'aukus-briefing';
  const asked = new URLSearchParams(location.hash.slice(1)), nonce = asked.get('embed') ?? '';
  // Framed, but to be shown as it is on its own.
  const isPlain = parent === self || nonce === 'off';
  const setTheme = theme => {
    if (theme === 'light' || theme === 'dark') root.setAttribute('data-theme', theme);
    else root.removeAttribute('data-theme');
  };
  // Not by a relative address: a page without one of its own takes that for its host's.
  const here = () => location.href.split('#')[0];
  const view = () => root.getAttribute('data-view') ?? '';
  const post = message => parent.postMessage(message, '*');
  const send = (type, fields) => post({ [protocol]: 1, nonce, type, ...fields });
  const findTitle = () => document.getElementById('card-title');
  const top = element => Math.round(element.getBoundingClientRect().top);
  // How far down the reader last did something, whether the frame was as high as its page then, and whether it was to follow
  // a link to a place; `title` is that of the card that was shown last.
  let height = 0, isReady = false, acted = 0, isFitted = false, isFollowing = false, shown, wanted, title;

  // Integers only, and none while the page is out of sight: it has no height then.
  function measure() {
    const box = root.getBoundingClientRect(), now = Math.ceil(box.height);
    if (!box.width || !now || now === height) return;
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

  // The reader has chosen something, and shall see the card that came of it, which may begin far above.
  function choose() {
    send('selection', { query: view() });
    if (findTitle() !== title && top(findTitle()) < acted) show(findTitle());
  }

  // A frame as high as its page has nothing to scroll. What does is the host's, and it is asked. By then such a frame has its
  // next height, and is not scrolled either.
  function show(place) {
    measure();
    send('scroll', { top: Math.max(0, top(place) + (isFitted ? scrollY : 0)) });
  }

  function act({ target }) {
    [acted, isFitted] = [top(target), innerHeight >= height];
  }

  // The reader has followed a link to a place on the page.
  function arrive() {
    isFollowing = false;
    const place = document.querySelector(':target');
    if (!isReady || !place) return;
    send('selection', { query: shown });
    show(place);
  }

  function hear({ source, data }) {
    if (source !== parent || typeof data !== 'object' || data?.[protocol] !== 1 || data.nonce !== nonce) return;
    const { type, query, theme } = data;
    if (type === 'theme' && ['light', 'dark', 'auto'].includes(theme)) setTheme(theme);
    if (type === 'select' && typeof query === 'string' && /^[\w=&.-]{0,2000}$/.test(query)) {
      wanted = query;
      // Not by the address once the app is there: browsers let that change only so often.
      if (!root.hasAttribute('data-ready')) go(query || 'overview');
      dispatchEvent(new CustomEvent('briefing-select', { detail: query }));
    }
  }

  // Gives the address a fragment that names a view and no place: to go to a place, some browsers scroll the host's page, too.
  function rename(name) {
    try {
      history.replaceState(history.state, '', `${here()}#${name}&`);
    } catch {
      // Refused in some sandboxed frames, which cannot scroll their host.
      location.replace(`${here()}#${name}&`);
    }
  }

  // For when there is no app to hear of it.
  function go(name) {
    const oldURL = location.href;
    rename(name);
    dispatchEvent(new HashChangeEvent('hashchange', { oldURL }));
    if (root.hasAttribute('data-failed')) scrollBy(0, top(document.getElementById(name) ?? root));
  }

  setTheme(asked.get('theme'));
  if (!isPlain) {
    root.setAttribute('data-embedded', '');
    if (/=|^#overview$/.test(location.hash)) rename(location.hash.slice(1));
    addEventListener('message', hear);
    new ResizeObserver(measure).observe(root);
    new MutationObserver(tell).observe(root, { attributeFilter: ['data-ready', 'data-failed', 'data-view'] });
    for (const type of ['click', 'keydown']) addEventListener(type, act, true);
    addEventListener('hashchange', () => isFollowing && arrive());
    // A frame is no place for another site.
    addEventListener('click', event => {
      const link = event.target.closest?.('a[href]'), href = link?.getAttribute('href') ?? '';
      if (link?.matches('.open-full')) link.href = `${here()}#${view() || 'overview'}`;
      if (link && !href.startsWith('#')) link.target = '_blank';
      isFollowing = href.startsWith('#') && !event.defaultPrevented;
      if (isFollowing && href === location.hash) arrive();
      if (isFollowing && location.protocol === 'about:') {
        event.preventDefault();
        location.hash = href;
      }
    });
  }
}
