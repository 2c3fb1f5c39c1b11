/** @returns {boolean} whether the page looks as it does in other people's pages */
function looksEmbedded() {
  const isSeen = selector => document.querySelector(selector).checkVisibility();
  const isEmbedded = document.documentElement.hasAttribute('data-embedded');
  return isEmbedded && isSeen('.open-full') && !['.embed-open', '.edition-hash', '.sources'].some(isSeen);
}
