// Runs before the page is drawn. It says that scripts run; keeps the overview from flashing where the address asks for
// another view; shows the text of a view in the place of its card until the app is there; and gives the page back as plain
// text if the app does not come up. An app that becomes ready after the timeout still takes over.
// An app that has trapped is dead, whenever that was, and in WebKit it has happened at random. The address holds the
// whole state, so the page is loaded anew, once; if that is no help, the text is left.
{
  const root = document.documentElement;
  // A page that was saved while it ran has the marks of that run.
  for (const mark of ['ready', 'failed', 'pending', 'early', 'view', 'embedded', 'theme', 'themeChosen', 'dialog', 'capped', 'raised', 'printAll']) delete root.dataset[mark];
  const isReady = () => root.hasAttribute('data-ready');

  // The text that stands for a card: what it marks on the page is unmarked before the app hydrates the page.
  let isHydrating = false, isDone = false, hasFocus = false, unmark = () => {}, undo = () => {};
  const preview = () => {
    undo();
    const name = asked(), text = document.getElementById(name)?.closest('.entry');
    if (isDone || !text) return;
    // In the places of the card and of its head, which has the way back, the title and the first answer.
    const [early, head] = [['opened', 'card early'], ['answer', 'answer early-head']].map(([id, kind]) => {
      const part = document.getElementById(id), place = part.cloneNode(false), it = document.createElement('div');
      place.removeAttribute('id');
      place.removeAttribute('data-shape');
      it.className = kind;
      place.append(it);
      part.after(place);
      return it;
    });
    early.innerHTML = text.innerHTML.replace(/(<\/?h)([456])/g, (_, tag, level) => tag + (level - 2));
    const title = early.querySelector('h2'), verdict = early.querySelector('[data-verdict]');
    title.className = 'card-title';
    title.tabIndex = -1;
    head.classList.toggle('answered', !!verdict);
    // An area leads back to all of them.
    const back = document.querySelector(`[data-lens=${/^technology=[^&]*$/.test(name) ? 'areas' : 'overview'}]`);
    // All areas have the bar alone.
    if (!name.startsWith('view=')) {
      head.innerHTML = '<nav class="breadcrumb"><ol><li><a class="crumb"></a></li></ol></nav>';
      Object.assign(head.querySelector('a'), { href: back.hash, textContent: back.textContent });
    }
    head.append(title, ...(verdict ? [verdict] : []));
    root.setAttribute('data-early', name);
    if (hasFocus) title.focus({ preventScroll: true });
    // Once the app has the links, it marks them.
    const links = isHydrating ? [] : [...document.querySelectorAll('#app a')].filter(it => it.getAttribute('href') === `#${name}`);
    const lens = isHydrating ? null : document.querySelector('[data-lens][aria-current]');
    lens?.removeAttribute('aria-current');
    links.forEach(it => it.setAttribute('aria-current', 'true'));
    unmark = () => {
      links.forEach(it => it.removeAttribute('aria-current'));
      lens?.setAttribute('aria-current', 'true');
      unmark = () => {};
    };
    undo = () => {
      unmark();
      hasFocus = early.contains(document.activeElement) || head.contains(document.activeElement);
      for (const it of [early, head]) it.parentElement.remove();
      root.removeAttribute('data-early');
      undo = () => {};
    };
  };
  // The browser takes the focus from a link into the page.
  let clicked;
  const follow = event => {
    if (isDone) return;
    const name = viewOf(location.hash), left = viewOf(new URL(event.oldURL).hash);
    if (name === null) {
      // A footnote leads to a place on the page; the view stays, and with it its name in the address.
      if (left !== null && document.getElementById(location.hash.slice(1))) replaceFragment(left || 'overview');
      return;
    }
    // As it does with another date.
    if (left !== null && name.startsWith('date=')) replaceFragment(`${left.replace(/&?date=.*/, '') || 'overview'}&${name}`);
    // The overview is as it was printed.
    if (!asked()) root.removeAttribute('data-pending');
    undo();
    hasFocus = !!clicked?.closest('.card, .answer');
    preview();
    if (!hasFocus) clicked?.focus({ preventScroll: true });
    clicked = undefined;
  };
  const end = () => {
    if (isDone) return;
    isDone = true;
    undo();
    if (hasFocus) document.getElementById('card-title')?.focus({ preventScroll: true });
  };

  const seek = () => {
    const entry = entryOf(asked());
    if (entry) bringUp(entry);
  };
  const giveUp = () => {
    if (isReady() || root.hasAttribute('data-failed')) return;
    end();
    root.setAttribute('data-failed', '');
    root.removeAttribute('data-pending');
    // Known before the text is there, if a policy has stopped the start.
    if (document.readyState === 'loading') addEventListener('DOMContentLoaded', seek);
    else seek();
  };
  // The app has come after all, and the text goes. Its reader is brought to the card.
  const takeBack = () => {
    if (!root.hasAttribute('data-failed')) return;
    const { top, bottom } = document.getElementById('text').getBoundingClientRect();
    root.removeAttribute('data-failed');
    if (top < 0 && bottom > 0) bringUp(document.getElementById('opened'));
  };
  // Of the errors on a page only those of the app count: hosts, archives and extensions put scripts of their own into it.
  const isTrap = error => !!self.WebAssembly && error instanceof WebAssembly.RuntimeError;
  const isReloaded = () => performance.getEntriesByType('navigation')[0]?.type === 'reload';
  const TRAPPED = 'trapped', hasTrapped = history.state === TRAPPED;
  const startAnew = () => {
    dispatchEvent(new Event('briefing-restarts'));
    try {
      history.replaceState(TRAPPED, '');
    } catch {
      // Refused in some sandboxed frames: the app is then started as it was.
    }
    location.reload();
  };
  const fail = error => {
    if (isTrap(error)) {
      root.removeAttribute('data-ready');
      if (!isReloaded()) return startAnew();
    }
    giveUp();
  };
  const hear = error => isTrap(error) && fail(error);

  // The elements and comments of a part, in their order, as the number that is printed as its `data-shape`.
  const shape = part => {
    const nodes = document.createTreeWalker(part, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_COMMENT);
    let shape = 0;
    while (nodes.nextNode())
      for (const letter of nodes.currentNode.localName ?? '!') shape = (Math.imul(shape, 31) + letter.charCodeAt(0)) | 0;
    return shape;
  };
  // What translators, extensions and hosts have changed would trap the app that takes it over, so it draws that anew. So
  // it does with all of it once it has trapped.
  const mark = () => {
    for (const part of document.querySelectorAll('[data-shape]'))
      part.toggleAttribute('data-anew', hasTrapped || shape(part) !== Number(part.dataset.shape));
  };
  root.setAttribute('data-script', '');
  if (asked()) root.setAttribute('data-pending', '');
  // The app hydrates its parts as they were printed. The text beside them stays until it shows what the address asks for.
  addEventListener('briefing-hydrates', () => {
    isHydrating = true;
    unmark();
    mark();
  });
  new MutationObserver(() => {
    if (!isReady()) return;
    end();
    takeBack();
  }).observe(root, { attributeFilter: ['data-ready'] });
  addEventListener('DOMContentLoaded', () => {
    document.querySelectorAll('.early, .early-head').forEach(it => it.parentElement.remove());
    document.querySelectorAll('.embed-stage > *').forEach(it => it.remove());
    document.querySelector('.embed[open]')?.removeAttribute('open');
    preview();
  });
  addEventListener('hashchange', follow);
  addEventListener('click', event => { clicked = event.target.closest?.('a'); }, true);
  addEventListener('briefing-failed', ({ detail }) => fail(detail));
  addEventListener('error', ({ error }) => hear(error));
  addEventListener('unhandledrejection', ({ reason }) => hear(reason));
  // A host's own policy may stop the script that starts the app.
  addEventListener('securitypolicyviolation', ({ target }) => target.id === 'start' && giveUp());
  setTimeout(giveUp, 20000);
}
