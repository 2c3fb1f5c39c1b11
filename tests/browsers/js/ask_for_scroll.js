/**
 * Asks the host to scroll, as the page in a frame does.
 * @param {string} nonce
 * @param {string | null} query what the reader is said to have chosen
 * @param {unknown} top
 */
function askForScroll(nonce, query, top) {
  const send = message => parent.postMessage({ 'aukus-briefing': 1, nonce, ...message }, '*');
  if (query !== null) send({ type: 'selection', query });
  send({ type: 'scroll', top });
}
