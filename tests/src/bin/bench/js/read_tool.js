/**
 * Reads what was measured of the last view that was opened.
 * @param {string} view its name
 * @param {string | null} country of the bare page
 * @returns {number[] | null} null if it is not shown
 */
function readTool(view, country) {
  const shown = country ? document.querySelector('[data-card]').dataset.card === country : document.documentElement.dataset.view === view;
  if (!shown) return null;
  const { clicks, tasks, frames } = window.bench;
  const [start, paint] = clicks.at(-1);
  const long = tasks.filter(([at, duration]) => at + duration > start && at < start + 1000).map(it => it[1]);
  return [paint, long.length, Math.max(0, ...long), frames.at(-1).length];
}
