/**
 * @param {string | null} entry
 * @returns {boolean} whether the page in the frame stays the text that was printed, with this entry in view
 */
function isTextShownInFrame(entry) {
  const page = document.querySelector('iframe').contentDocument;
  const isSeen = selector => page.querySelector(selector).checkVisibility({ visibilityProperty: true });
  const top = entry === null ? 0 : page.getElementById(entry).getBoundingClientRect().top;
  const isText = isSeen('.no-script') && isSeen('.card') && isSeen('.text') && !page.documentElement.hasAttribute('data-ready');
  return isText && top > -5 && top < 800;
}
