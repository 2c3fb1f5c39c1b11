/**
 * @param {string} title
 * @returns {boolean} whether the app is not there yet in the frame, and only the text of this view is seen in the place of the card
 */
function isEarly(title) {
  const page = document.querySelector('iframe').contentDocument;
  const isSeen = it => it.checkVisibility({ visibilityProperty: true });
  const titles = [...page.querySelectorAll('.card-title')].filter(isSeen).map(it => it.textContent);
  return !page.documentElement.hasAttribute('data-ready') && titles.join() === title;
}
