/**
 * Sets the type of the page in the frame as its reader wants it.
 * @param {'usual' | 'spaced' | 'least'} wish as it is, with the spaces of WCAG 1.4.12, or with no text under 24 px
 */
function setType(wish) {
  const frame = document.querySelector('iframe'), page = frame.contentDocument, view = frame.contentWindow;
  if (wish === 'spaced' && !page.adoptedStyleSheets.length) {
    const sheet = new view.CSSStyleSheet();
    sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }');
    page.adoptedStyleSheets = [sheet];
  }
  if (wish !== 'least') return;
  const hasText = it => [...it.childNodes].some(child => child.nodeType === Node.TEXT_NODE && child.data.trim());
  // All are measured before one is changed, so that styles are worked out once. What has no size keeps none.
  const size = it => parseFloat(view.getComputedStyle(it).fontSize);
  const small = [...page.querySelectorAll('.page *')].filter(it => hasText(it) && size(it) > 0 && size(it) < 24);
  for (const it of small) it.style.setProperty('font-size', '24px', 'important');
}
