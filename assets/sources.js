// The sources of a sentence, at the sentence: a popover with copies of their entries in the list of all sources. A click on a
// number opens it; without it the number is a link into that list. So is a word that is explained one into the glossary, and
// opens a popover with its entry there. The page has the words of both in templates.
{
  const root = document.documentElement;
  // Between the popover, its sentence and the edges of the window; and how high it is at the least and, below or above, at the most, all in px.
  const GAP = 8, LEAST = 180, MOST = 416;
  // What is open, for which link of which sentence; where it is from the upper left corner of its sentence; and how wide the page was then.
  let popover, link, sentence, offset, width;
  // What the reader did last, as not every browser says of a click that it came by key.
  let key = '';
  const copy = node => document.importNode(node, true);

  // In a card the number of the best source names them all.
  function entriesOf(number) {
    const numbers = number.dataset.sources?.split(', ').map(it => `source-${it}`);
    const ids = numbers ?? [...number.closest('.refs').querySelectorAll('a')].map(it => it.hash.slice(1));
    return ids.map(id => document.getElementById(id)).filter(Boolean);
  }

  const sentenceOf = opener => (opener.closest('.refs') ?? opener).parentElement;

  // The explanations of the words after a sentence stand with the list, too.
  function explanations(number) {
    const kinds = [...sentenceOf(number).querySelectorAll('.caveat')].map(it => it.dataset.caveat);
    return kinds.map(it => document.querySelector(`.caveat-explained[data-caveat=${it}]`)).filter(Boolean).map(copy);
  }

  function item(entry) {
    const it = document.createElement('li');
    it.value = entry.id.replace('source-', '');
    it.append(...[...entry.childNodes].map(copy));
    return it;
  }

  // Nothing while the page has not come so far.
  function made(template) {
    const it = document.getElementById(template);
    return it && copy(it.content).querySelector('.sentence-sources');
  }

  // What the sources of a sentence are shown in; nothing if there are none.
  function sourcesOf(number) {
    const entries = entriesOf(number), shown = made('sentence-sources');
    if (!entries.length || !shown) return;
    const list = shown.querySelector('ol');
    list.before(...explanations(number));
    list.append(...entries.map(item));
    return shown;
  }

  // What a word means; nothing if the glossary is without it.
  function explained(term) {
    const [name, gloss] = document.getElementById(term.hash.slice(1))?.children ?? [];
    const shown = made('sentence-term');
    if (!gloss || !shown) return;
    shown.querySelector('h2').append(...[...name.childNodes].map(copy));
    shown.querySelector('.term-gloss').append(...[...gloss.childNodes].map(copy));
    if (gloss.querySelector('.refs')) shown.querySelector('.term-general').remove();
    return shown;
  }

  function open(opener, isByKey) {
    const isTerm = opener.matches('.term'), shown = isTerm ? explained(opener) : sourcesOf(opener);
    if (!shown) return false;
    close();
    link = opener;
    sentence = sentenceOf(opener);
    popover = shown;
    document.body.append(popover);
    link.setAttribute('aria-expanded', 'true');
    sentence.setAttribute('data-cited', '');
    place();
    sizes.observe(root);
    cards.observe(document.getElementById('app'), { childList: true, subtree: true });
    if (isByKey) popover.focus({ preventScroll: true });
    return true;
  }

  function close(returnsFocus) {
    if (!popover) return;
    const hadFocus = popover.contains(document.activeElement);
    popover.remove();
    popover = undefined;
    sizes.disconnect();
    cards.disconnect();
    link.removeAttribute('aria-expanded');
    sentence.removeAttribute('data-cited');
    const heir = link.isConnected ? link : document.getElementById('card-title');
    if (returnsFocus ?? hadFocus) heir?.focus({ preventScroll: true });
  }

  // Left of its column if there is room, else below or above the sentence; scrolled to if there is no room for that.
  function place() {
    const column = link.closest('#overview > *') ?? sentence, { style } = popover;
    style.maxHeight = '';
    const { offsetWidth: wide, offsetHeight: high } = popover, least = Math.min(high, LEAST);
    const left = column.getBoundingClientRect().left - wide - GAP;
    width = root.clientWidth;
    if (left >= GAP) {
      const most = innerHeight - 2 * GAP, { top } = sentence.getBoundingClientRect();
      style.maxHeight = `${most}px`;
      return put(left, Math.max(GAP, Math.min(top, innerHeight - GAP - Math.min(high, most))));
    }
    if (Math.max(...rooms()) < least) scrollBy({ top: least - rooms()[0], behavior: 'instant' });
    if (Math.max(...rooms()) < least) scrollBy({ top: rooms()[1] - least, behavior: 'instant' });
    const [below, above] = rooms(), isBelow = below >= Math.min(high, above), most = Math.min(MOST, isBelow ? below : above);
    style.maxHeight = `${most}px`;
    const box = sentence.getBoundingClientRect(), own = link.getBoundingClientRect();
    const middle = (own.left + own.right - wide) / 2;
    // Of the head of the page it may hide the map, and not the card.
    const start = link.closest('.masthead') ? box.left : middle;
    put(Math.max(GAP, Math.min(start, width - GAP - wide)), isBelow ? box.bottom + GAP : box.top - GAP - Math.min(high, most));
  }

  // How much room there is in the window below and above the sentence.
  function rooms() {
    const { top, bottom } = sentence.getBoundingClientRect();
    return [innerHeight - bottom - 2 * GAP, top - 2 * GAP];
  }

  function put(left, top) {
    const box = sentence.getBoundingClientRect();
    offset = [left - box.left, top - box.top];
    follow();
  }

  // In the page, with which it scrolls.
  function follow() {
    const { left, top } = sentence.getBoundingClientRect();
    popover.style.left = `${left + scrollX + offset[0]}px`;
    popover.style.top = `${top + scrollY + offset[1]}px`;
  }

  // The sentence may be somewhere else, folded away or gone.
  const sizes = new ResizeObserver(() => {
    if (!link.getClientRects().length || link.closest('details:not([open])')) close();
    else if (root.clientWidth === width) follow();
    else place();
  });
  const cards = new MutationObserver(() => link.isConnected || close());

  // Beside the sentence for the reader, at the end of the page for the browser: Tab goes as if it came after its number or word.
  function tab(event) {
    const stops = [...popover.querySelectorAll('a, button')], { activeElement } = document, { shiftKey } = event;
    if (activeElement === link && !shiftKey) {
      event.preventDefault();
      popover.focus({ preventScroll: true });
    } else if (popover.contains(activeElement) && (shiftKey ? [popover, stops[0]] : stops.slice(-1)).includes(activeElement)) {
      if (shiftKey) event.preventDefault();
      close(true);
    }
  }

  addEventListener('click', event => {
    const { target, button, ctrlKey, metaKey, shiftKey, altKey } = event;
    if (!(target instanceof Element) || button || ctrlKey || metaKey || shiftKey || altKey) return;
    const isInside = popover?.contains(target), opener = !isInside && target.closest('.refs a, .term');
    if (opener) {
      if (popover && opener === link) close(true);
      else if (!open(opener, !event.detail || key === 'Enter')) return;
      event.preventDefault();
    } else if (isInside) {
      if (target.closest('.sentence-sources-close')) close(true);
      // Not before the browser has followed it, and the reader stays where it leads.
      if (target.closest('a[href^="#"]')) setTimeout(close, 0, false);
    } else close(!target.closest('a, button, input, select, summary, label, [tabindex]'));
  }, true);
  addEventListener('pointerdown', () => { key = ''; }, true);
  // Before anything else that Escape leaves.
  addEventListener('keydown', event => {
    ({ key } = event);
    if (!popover) return;
    // WebKitGTK does not know the key by name while Shift is held.
    if (event.code === 'Tab') tab(event);
    if (key !== 'Escape') return;
    event.preventDefault();
    event.stopImmediatePropagation();
    close(true);
  }, true);
  // A page that was saved while it was open.
  addEventListener('DOMContentLoaded', () => document.querySelector('body > .sentence-sources')?.remove());
}
