/**
 * Reads what a page has gone through as it loaded. A task longer than 50 ms blocks by the rest.
 * @returns {(number | null)[]}
 */
function readLoad() {
  const { bench } = window;
  const [fcp] = performance.getEntriesByName('first-contentful-paint');
  const [page] = /** @type {PerformanceNavigationTiming[]} */ (performance.getEntriesByType('navigation'));
  const entries = /** @type {PerformanceResourceTiming[]} */ (performance.getEntries());
  const received = Math.max(...entries.filter(it => /(\/|js|wasm)$/.test(it.name)).map(it => it.responseEnd ?? 0));
  const longest = since => Math.max(0, ...bench.tasks.filter(([start]) => start >= since).map(([, duration]) => duration));
  return [
    fcp?.startTime ?? null,
    bench.lcp,
    bench.ready,
    bench.tasks.reduce((sum, [, duration]) => sum + duration - 50, 0),
    longest(0),
    longest(received),
    page.responseEnd,
    received,
  ];
}
