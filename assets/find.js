// Find in page, and links to words of the page (`#:~:text=`), reach what the printed text says of cards that are not open: an
// entry in which words are found opens its card. Where the browser finds nothing in what is hidden, the text stays as it is.
{
  const root = document.documentElement, FOUND = 'until-found';
  // Asked of an element, as some browsers have the event alone.
  const isSupported = () => {
    const it = document.createElement('p');
    it.hidden = FOUND;
    return it.hidden === FOUND;
  };

  // As following a link: one entry of the history, none in a frame. Not by `location.hash`, which would lead to the text.
  const open = name => {
    const oldURL = location.href;
    if (root.hasAttribute('data-embedded')) {
      replaceFragment(`${name}&`);
    } else {
      try {
        history.pushState(null, '', `${oldURL.split('#')[0]}#${name}`);
      } catch {
        // Refused in some sandboxed frames.
        return;
      }
    }
    dispatchEvent(new HashChangeEvent('hashchange', { oldURL }));
    dispatchEvent(new PopStateEvent('popstate'));
  };

  // Where nothing is found the text is at the top of the window, so that no address scrolls to it. What is found lies over the
  // card, unseen, while the browser scrolls to it: so it brings the card into view, and the page around this one too.
  const lay = (text, entry) => {
    const card = document.querySelector('.early') ?? document.getElementById('opened');
    const { top, height } = card.getBoundingClientRect();
    Object.assign(text.style, { position: 'absolute', top: `${top + scrollY}px` });
    // No page grows by it.
    entry.style.maxHeight = `${height}px`;
  };
  const twoFramesLater = act => requestAnimationFrame(() => requestAnimationFrame(act));

  const find = ({ target: entry, currentTarget: text }) => {
    // The address may lead to the text of the view that is shown.
    const isCard = !root.hasAttribute('data-failed') && entryOf(asked()) !== entry;
    if (isCard) lay(text, entry);
    twoFramesLater(() => {
      if (isCard) open(entry.id);
      for (const it of [text, entry]) it.removeAttribute('style');
      entry.hidden = FOUND;
    });
  };

  // Before the app is there, as browsers look for the words of a link once the page is loaded.
  addEventListener('DOMContentLoaded', () => {
    const text = document.getElementById('text'), isFindable = isSupported();
    text.toggleAttribute('data-findable', isFindable);
    for (const entry of text.querySelectorAll('.entry')) entry.hidden = isFindable && FOUND;
    if (isFindable) text.addEventListener('beforematch', find);
  });
}
