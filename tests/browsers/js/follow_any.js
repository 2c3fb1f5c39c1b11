/**
 * Follows one of the links to other views, and keeps in `window.isWanted` which view is to come: that of an event
 * on another date.
 * @param {number} number which one, counted round and round
 * @returns {string} its address, and what it looks like
 */
function followAny(number) {
  const isOther = it => !it.ariaCurrent && !it.ariaDisabled && /=|^#overview$/.test(it.getAttribute('href'));
  const links = [...document.querySelectorAll("#app a[href^='#']:not(.map-tip)")].filter(isOther);
  const link = /** @type {any} */ (links[number % links.length]), href = link.getAttribute('href');
  const view = name => (link.dataset.event ? name.replace(/&?date=.*/, '') : name);
  const wanted = href === '#overview' ? '' : href.slice(1);
  window.isWanted = shown => view(shown) === view(wanted);
  link.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
  return `${link.getAttribute('class') ?? 'a link'} to ${href}`;
}
