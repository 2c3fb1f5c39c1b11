// The first script of every HTML page that is served. It keeps what the page complains of in `window.problems`, because
// WebDriver itself cannot read consoles in every browser, and what mouse and keys did in `window.presses`, because a driver may
// lose one. A trap in the wasm it also reports to the server at once: the page loads itself anew after one.
window.problems = [];
window.presses = [];
for (const level of ['error', 'warn']) {
  const say = console[level];
  console[level] = (...all) => {
    window.problems.push(`console.${level}: ${all.join(' ')}`);
    say.apply(console, all);
  };
}
const reportTrap = error => {
  if (error?.name === 'RuntimeError') navigator.sendBeacon(new URL('/trap', document.baseURI), `${error} on ${location}`);
};
addEventListener('error', event => {
  window.problems.push(`error: ${event.message || 'could not load ' + (event.target.src || event.target.href)}`);
  reportTrap(event.error);
}, true);
addEventListener('unhandledrejection', event => {
  window.problems.push(`unhandled rejection: ${event.reason}`);
  reportTrap(event.reason);
});
addEventListener('securitypolicyviolation', event =>
  window.problems.push(`policy ${event.violatedDirective} blocked ${event.blockedURI}`));
for (const kind of ['mousedown', 'mouseup', 'click', 'keydown']) {
  addEventListener(kind, (/** @type {any} */ event) => {
    const what = kind === 'keydown' ? event.key : `at ${event.clientX},${event.clientY}`;
    window.presses.push(`${kind} ${what} on ${event.target.closest?.('[class]')?.getAttribute('class')}`);
  }, true);
}
