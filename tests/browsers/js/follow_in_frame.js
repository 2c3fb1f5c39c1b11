/**
 * Follows a link in the frame, with the focus on it.
 * @param {string} selector
 */
function followInFrame(selector) {
  const link = document.querySelector('iframe').contentDocument.querySelector(selector);
  link.focus();
  link.click();
}
