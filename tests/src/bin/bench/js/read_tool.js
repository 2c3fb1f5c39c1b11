/**
 * Reads what was measured of the last view that was opened.
 * @param {string} view its name
 * @returns {number[] | null} null if it is not shown
 */
function readTool(view) {
  if (document.documentElement.dataset.view !== view) return null;
  const { clicks, tasks, frames } = window.bench;
  const [start, paint] = clicks.at(-1);
  const long = tasks.filter(([at, duration]) => at + duration > start && at < start + 1000).map(it => it[1]);
  return [paint, long.length, Math.max(0, ...long), frames.at(-1).length];
}
