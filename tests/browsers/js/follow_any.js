/**
 * Follows one of the links to other views, and keeps in `window.wanted` which view is to come.
 * @param {number} number which one, counted round and round
 * @returns {string} its address, and what it looks like
 */
function followAny(number) {
  const isOther = it => !it.ariaCurrent && !it.ariaDisabled && /=|^#overview$/.test(it.getAttribute('href'));
  const links = [...document.querySelectorAll("#app a[href^='#']:not(.map-tip)")].filter(isOther);
  const link = /** @type {any} */ (links[number % links.length]), href = link.getAttribute('href');
  window.wanted = href === '#overview' ? '' : href.slice(1);
  link.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
  return `${link.getAttribute('class') ?? 'a link'} to ${href}`;
}
