/**
 * Unfolds all of the app and reads it.
 * @returns {Promise<string[]>} what each element says in words and in attributes, in document order. What follows pointer and
 *   focus is left out, as is where names go on the map, which depends on where the reader comes from.
 */
async function said() {
  const folds = () => [...document.querySelectorAll('#app details')];
  const isDrawn = fold => fold.open && fold.children.length > 1 && !fold.querySelector('.footnote:empty');
  // What is folded is drawn when its event says that it is not any more, which browsers send later.
  const unfolded = folds().filter(it => !it.open).map(it => new Promise(next => it.addEventListener('toggle', next, { once: true })));
  for (const begun = Date.now(); !folds().every(isDrawn) && Date.now() - begun < 5000;) {
    folds().forEach(it => it.open = true);
    await new Promise(next => setTimeout(next, 20));
  }
  await Promise.race([Promise.all(unfolded), new Promise(next => setTimeout(next, 5000))]);
  await new Promise(next => setTimeout(next, 50));
  const names = ['aria-label', 'aria-current', 'aria-valuetext', 'aria-disabled', 'data-status', 'data-mark', 'data-country', 'href'];
  const list = [document.title];
  for (const it of document.querySelectorAll('#app *')) {
    if (it.localName === 'font' || it.closest('.map-tip, #map-bearing')) continue;
    const attributes = names.filter(name => it.hasAttribute(name)).map(name => `${name}=${it.getAttribute(name)}`);
    const hasWords = ![...it.children].some(child => child.localName !== 'font');
    list.push([it.getAttribute('class') ?? it.localName, hasWords ? it.textContent.trim() : '', it.value ?? '', ...attributes].join(' | '));
  }
  return [...list, document.getElementById('app').textContent.replace(/\s+/g, ' ')];
}
