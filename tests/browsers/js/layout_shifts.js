/**
 * @returns {Promise<string[]>} the layout shifts since the page was loaded, if they are more than nothing
 */
async function layoutShifts() {
  let sum = 0;
  const seen = [];
  new PerformanceObserver(list => list.getEntries().forEach((/** @type {any} */ it) => {
    sum += it.value;
    seen.push(`${it.value.toFixed(4)} ${it.sources.map(at => at.node?.className ?? at.node?.nodeName).join(' ')}`);
  })).observe({ type: 'layout-shift', buffered: true });
  await new Promise(next => setTimeout(next, 300));
  return sum < 0.01 ? [] : seen;
}
