/** @returns {string[]} words on the timeline in the frame that leave their place, or lie over another word, a mark or the page's edge */
function crowdedWords() {
  const frame = document.querySelector('iframe'), page = frame.contentDocument, width = page.documentElement.clientWidth;
  const wrong = [], box = it => {
    if (!it.matches('.after-flag > *')) return it.getBoundingClientRect();
    // A year that begins where its place ends takes no room in it.
    const range = page.createRange();
    range.selectNodeContents(it);
    return range.getBoundingClientRect();
  };
  const meets = (one, other) => Math.min(one.right, other.right) - Math.max(one.left, other.left) > 1 &&
    Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 3;
  const words = [...page.querySelectorAll('.timeline-word > *, .timeline-flag > *')].filter(it => it.checkVisibility({ visibilityProperty: true }));
  const seen = words.filter(it => box(it).top < box(it.parentElement).bottom - 1);
  const marks = [...page.querySelectorAll('.lane svg .mark')].filter(it => it.checkVisibility());
  for (const word of seen) {
    const own = box(word), place = box(word.parentElement), name = word.textContent.trim();
    // The date at its line, and every second year where there is little room, may be longer than their place.
    const isFree = word.closest('.timeline-flag, .after-flag') !== null || frame.contentWindow.getComputedStyle(word.parentElement).flexWrap === 'nowrap';
    if (!isFree && (own.left < place.left - 1 || own.right > place.right + 1)) wrong.push(`“${name}” leaves its place`);
    if (own.left < -1 || own.right > width + 1) wrong.push(`“${name}” leaves the page`);
    for (const other of seen) if (other !== word && meets(own, box(other))) wrong.push(`“${name}” lies over “${other.textContent.trim()}”`);
    for (const mark of marks) if (meets(own, box(mark))) wrong.push(`“${name}” lies over the mark of ${mark.dataset.mark}`);
  }
  if (width >= 960 && seen.length < 5) wrong.push(`only ${seen.length} words are seen`);
  return wrong.slice(0, 20);
}
