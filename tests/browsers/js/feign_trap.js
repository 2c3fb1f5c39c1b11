/** Reports an error as a trap in the wasm does. */
function feignTrap() {
  window.hasTrapped = true;
  const error = new WebAssembly.RuntimeError('feigned');
  setTimeout(() => dispatchEvent(new ErrorEvent('error', { error })));
}
