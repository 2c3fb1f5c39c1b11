/**
 * Runs into a trap, in a module whose only function is `unreachable`, and has the page hear of it as of its own: what a
 * driver runs is not always of the page.
 */
function trap() {
  window.hasTrapped = true;
  // Firefox runs this beside the page, with a WebAssembly of its own.
  const { WebAssembly, Uint8Array } = /** @type {any} */ (window).wrappedJSObject ?? window;
  const header = [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0], types = [1, 4, 1, 0x60, 0, 0], functions = [3, 2, 1, 0];
  const exports = [7, 5, 1, 1, 0x66, 0, 0], code = [10, 5, 1, 3, 0, 0, 0x0b];
  const module = new WebAssembly.Module(new Uint8Array([...header, ...types, ...functions, ...exports, ...code]));
  const { f } = new WebAssembly.Instance(module).exports;
  setTimeout(() => {
    try {
      f();
    } catch (error) {
      dispatchEvent(new ErrorEvent('error', { error }));
    }
  });
}
