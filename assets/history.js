// Back and forward lead to a view as it was left: as far down, with the focus where it was, and with the folds of its card that
// were open. So does a way back on a card to the view that was shown before, as in a frame there is nothing to go back to. It is
// kept in memory, by a number in the state of each entry of the history: a page that is loaded anew knows nothing of it.
{
  const root = document.documentElement, WAYS_BACK = '.breadcrumb a', MOST = 60;
  const places = new Map();
  // No number of a page that was here before this one.
  let number = Math.floor(performance.timeOrigin);
  // The number of this entry; how far down the page was before the browser goes back, which may move it; the view that is shown.
  let entry, scrolled = 0, view;
  // The place that was left last, that of the view before this one, and the one that a way back leads to.
  let left, before, wanted;
  // Whether a step was made that is not in the address yet: what is drawn then is the next view, or half of it.
  let isStepping = false;
  // The number of the last step, and of what is restored: what waits for an earlier one has nothing to do any more.
  let steps = 0, run = 0;

  // The state of an entry may say that the app has trapped.
  const enter = () => {
    if (history.state === null && !root.hasAttribute('data-embedded')) {
      try {
        history.replaceState({ place: ++number }, '');
      } catch {
        // Refused in some sandboxed frames.
      }
    }
    entry = history.state?.place;
  };

  // Not the element itself, which will be drawn anew.
  const nameOf = element => {
    const href = element.getAttribute('href'), selector = `#app ${element.localName}${href ? `[href=${JSON.stringify(href)}]` : ''}`;
    return { selector, index: [...document.querySelectorAll(selector)].indexOf(element) };
  };
  const folds = () => [...document.querySelectorAll('#opened details')];
  const leave = (focused, top = scrollY) => {
    if (!root.hasAttribute('data-ready') || isStepping) return;
    left = { view, top, focus: nameOf(focused ?? document.body), open: folds().map(it => it.open) };
    if (entry === undefined) return;
    places.set(entry, left);
    if (places.size > MOST) places.delete(places.keys().next().value);
  };

  // Folds are drawn when they are open, so what is below them comes to its place some frames later.
  const settle = (place, frames, isMine, reached) => {
    // Somebody else has scrolled since.
    if (!isMine() || (reached !== undefined && Math.abs(scrollY - reached) > 1)) return;
    if (Math.abs(scrollY - place.top) > 1) scrollTo({ top: place.top, behavior: 'instant' });
    const { scrollY: now } = window;
    if (frames) requestAnimationFrame(() => settle(place, frames - 1, isMine, now));
  };
  const restore = (place, isMine) => {
    if (!isMine()) return;
    folds().forEach((it, at) => { it.open = place.open[at] ?? it.open; });
    const { selector, index } = place.focus;
    // In a frame as high as its page the page around it has to scroll.
    document.querySelectorAll(selector)[index]?.focus({ preventScroll: !root.hasAttribute('data-embedded') });
    settle(place, 15, isMine);
  };
  // The end of a card is drawn after its beginning.
  const waitFor = (place, frames, isMine) => {
    if (!isMine() || !frames) return;
    const isWhole = root.dataset.view === place.view && !document.querySelector('#opened [aria-busy]');
    requestAnimationFrame(() => isWhole ? restore(place, isMine) : waitFor(place, frames - 1, isMine));
  };
  const goTo = place => {
    const mine = ++run;
    if (place) waitFor(place, 120, () => mine === run);
  };

  addEventListener('scroll', () => { scrolled = scrollY; }, { passive: true });
  for (const type of ['wheel', 'pointerdown', 'keydown']) addEventListener(type, () => { run++; }, { capture: true, passive: true });
  // The address is written after the paint of what a step leads to. One that leads nowhere is over some paints later: counted, as
  // nothing says how long a paint takes.
  const awaitView = (mine, paints) => {
    if (mine !== steps) return;
    isStepping = paints > 0;
    if (isStepping) requestAnimationFrame(() => setTimeout(awaitView, 0, mine, paints - 1));
  };
  const arrive = () => { isStepping = false; steps++; };
  const step = focused => {
    leave(focused);
    awaitView(++steps, 4);
  };
  addEventListener('click', ({ target }) => {
    const link = target.closest?.('a[href^="#"]');
    if (!link) return leave(target.closest?.('button, summary'));
    enter();
    step(link);
    wanted = link.matches(WAYS_BACK) && before?.view === viewOf(link.getAttribute('href')) ? before : undefined;
  }, true);
  // Another date, and Escape.
  const stepFromHere = () => step(document.activeElement);
  addEventListener('input', stepFromHere, true);
  addEventListener('pointerdown', ({ target }) => target.closest?.('.timeline-chart') && !target.closest('a') && stepFromHere(), true);
  addEventListener('keydown', ({ key }) => key === 'Escape' && stepFromHere(), true);
  addEventListener('popstate', () => {
    leave(document.activeElement, scrolled);
    entry = history.state?.place;
    arrive();
    goTo(places.get(entry));
  });
  new MutationObserver(() => {
    if (root.dataset.view === view) return;
    before = left?.view === view ? left : undefined;
    view = root.dataset.view;
    arrive();
    enter();
    if (wanted) goTo(wanted);
    wanted = undefined;
  }).observe(root, { attributeFilter: ['data-view'] });
}
