/**
 * Sends a message as a host does.
 * @param {string} nonce
 * @param {string} query the view to select
 */
function send(nonce, query) {
  const target = document.querySelector('iframe')?.contentWindow ?? window;
  target.postMessage({ 'aukus-briefing': 1, nonce, type: 'select', query }, '*');
}
