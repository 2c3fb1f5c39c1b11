/** Keeps the selections that an embed tells its host of. */
function noteSelections() {
  window.told = [];
  addEventListener('briefing-selection', (/** @type {any} */ event) => window.told.push(event.detail.query));
}
