/**
 * Brings an embed into view and measures its frame. What is above it may take its height meanwhile, and a frame out of sight
 * is not loaded.
 * @param {number} at which embed
 * @returns {number} the height of its frame; 0 while it is hidden
 */
function embedHeight(at) {
  const embed = document.querySelectorAll('aukus-briefing')[at], frame = embed.shadowRoot.querySelector('iframe');
  embed.scrollIntoView();
  return frame.checkVisibility() ? frame.clientHeight : 0;
}
