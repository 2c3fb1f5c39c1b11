/**
 * Types a height into the dialog.
 * @param {string} text
 */
function typeHeight(text) {
  const it = document.querySelector('.embed-pixels');
  it.value = text;
  it.dispatchEvent(new Event('input', { bubbles: true }));
}
