/**
 * Puts a clipboard of its own in the place of the browser's, and forgets what was said of the last copy.
 * @param {'missing' | 'refusing' | 'working'} kind
 * @param {boolean} hasOldWay whether the way of old browsers works
 */
function replaceClipboard(kind, hasOldWay) {
  const kinds = {
    missing: undefined,
    refusing: { writeText: () => Promise.reject(new Error('no')) },
    working: { writeText: async text => { window.copied = text; } },
  };
  Object.defineProperty(navigator, 'clipboard', { configurable: true, value: kinds[kind] });
  document.execCommand = () => hasOldWay;
  document.querySelector('.embed-status').textContent = '';
}
