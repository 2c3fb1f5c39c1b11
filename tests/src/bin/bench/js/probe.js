(() => {
  const bench = { ready: null, lcp: null, tasks: [], clicks: [], events: [], frames: [], memory: null };
  window.bench = bench;
  const watch = (type, options, take) =>
    new PerformanceObserver(list => list.getEntries().forEach(take)).observe({ type, buffered: true, ...options });
  watch('largest-contentful-paint', {}, it => { bench.lcp = it.startTime; });
  watch('longtask', {}, it => { bench.tasks.push([it.startTime, it.duration]); });
  watch('event', { durationThreshold: 16 }, it => {
    if (it.name === 'click') bench.events.push([it.startTime, it.duration, it.processingEnd - it.startTime]);
  });
  new MutationObserver((_, observer) => {
    if (!document.documentElement?.hasAttribute('data-ready')) return;
    bench.ready = performance.now();
    observer.disconnect();
  }).observe(document, { subtree: true, attributes: true, attributeFilter: ['data-ready'] });
  // The loader of the app hands out what the module exports.
  addEventListener('TrunkApplicationStarted', (/** @type {any} */ it) => { bench.memory = it.detail.wasm.memory; });
  // From the input to the frame after it: a task posted from within a frame runs when the frame has been made, and an urgent
  // one before anything else. From then on the frames of a second are counted.
  addEventListener('click', ({ timeStamp }) => {
    const frames = [];
    const frame = now => {
      frames.push(now);
      if (now - timeStamp < 1000) requestAnimationFrame(frame);
      else bench.frames.push(frames);
    };
    requestAnimationFrame(now => {
      frames.push(now);
      scheduler.postTask(() => {
        bench.clicks.push([timeStamp, performance.now() - timeStamp]);
        requestAnimationFrame(frame);
      }, { priority: 'user-blocking' });
    });
  }, true);
})();
