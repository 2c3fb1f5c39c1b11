/**
 * What the button at the lower edge of a capped frame hides: of the end of the page, and of the links, all of which can take
 * the focus.
 * @returns {Promise<string[]>}
 */
async function coveredByOffer() {
  const edge = () => document.querySelector('.show-all').getBoundingClientRect().top;
  const covered = [];
  for (const link of document.querySelectorAll('main a[href], footer a[href]')) {
    if (!link.checkVisibility({ visibilityProperty: true })) continue;
    link.focus();
    // WebKit scrolls a little later.
    await new Promise(next => setTimeout(next, 60));
    const { top, bottom, height } = link.getBoundingClientRect();
    const is = document.activeElement === link ? `from ${Math.round(top)} to ${Math.round(bottom)} px` : 'without the focus';
    const isSeen = height > innerHeight || (top >= -1 && bottom <= edge() + 1);
    if (document.activeElement !== link || !isSeen) covered.push(`${link.outerHTML.slice(0, 80)}: ${is}`);
  }
  scrollTo({ top: 1e6, behavior: 'instant' });
  const { bottom } = document.querySelector('.page').getBoundingClientRect();
  if (bottom > edge() + 1) covered.push(`the page, by ${bottom - edge()} px`);
  return covered;
}
