/** @returns {string[]} what is seen of any view in the frame */
function viewsInFrame() {
  const page = document.querySelector('iframe').contentDocument;
  const isSeen = it => it.checkVisibility({ visibilityProperty: true });
  return [...page.querySelectorAll('.card, .caption, .map-marker, .timeline-date')].filter(isSeen).map(it => it.className);
}
