/** @returns {string[]} what is seen of any view in the frame */
function viewsInFrame() {
  const page = document.querySelector('iframe').contentDocument;
  const isSeen = it => it.checkVisibility({ visibilityProperty: true });
  const name = it => (it.matches('.answer') ? 'answer' : it.className);
  return [...page.querySelectorAll('.answer, .card, .caption, .map-marker, .timeline-date')].filter(isSeen).map(name);
}
