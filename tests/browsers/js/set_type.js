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
  for (const it of page.querySelectorAll('.page *')) {
    const hasText = [...it.childNodes].some(child => child.nodeType === Node.TEXT_NODE && child.data.trim());
    // What has no size keeps none.
    const size = parseFloat(view.getComputedStyle(it).fontSize);
    if (hasText && size > 0 && size < 24) it.style.setProperty('font-size', '24px', 'important');
  }
}
