/**
 * @param {string} selector of a frame, or of an embed that has made one
 * @returns {HTMLIFrameElement | null}
 */
function frame(selector) {
  const it = document.querySelector(selector);
  return it?.localName === 'iframe' ? it : it?.shadowRoot?.querySelector('iframe') ?? null;
}
