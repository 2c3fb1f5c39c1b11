/**
 * Reads what was measured of the last selection. Event Timing says nothing of what took less than 16 ms.
 * @param {string} country that was selected
 * @returns {number[] | null} null if its card is not open
 */
function readSelection(country) {
  if (document.querySelector('[data-card]').dataset.card !== country) return null;
  const { clicks, events, tasks, frames } = window.bench;
  const [start, paint] = clicks.at(-1);
  const event = events.findLast(it => Math.abs(it[0] - start) < 1) ?? [start, 8, 0];
  const long = tasks.filter(([at, duration]) => at + duration > start && at < start + 1000).map(it => it[1]);
  const flight = frames.at(-1), gaps = flight.slice(1).map((it, index) => it - flight[index]);
  return [paint, event[1], event[2], long.length, Math.max(0, ...long), flight.length, Math.max(...gaps)];
}
