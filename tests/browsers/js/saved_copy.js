/**
 * The page as a program saves it: without scripts and without elements that are not displayed. The page is of no use after it.
 * @returns {string}
 */
() => {
  const isSaved = it => it.localName !== 'script' && getComputedStyle(it).display !== 'none';
  const left = [...document.querySelectorAll('head script, body *')].filter(it => !isSaved(it));
  left.forEach(it => it.remove());
  return `<!doctype html>${document.documentElement.outerHTML}`;
}
