/**
 * @returns {string[]} controls of less than 24 px, or of less than 44 px in the bar and its menu; not links in a sentence
 */
function smallTargets() {
  const controls = 'button, summary, input, select, nav a, .who table a, .timeline a, .more a, .footer a';
  const isHidden = it => it !== null && (it.getBoundingClientRect().width <= 1 || isHidden(it.parentElement));
  return [...document.querySelectorAll(controls)].filter(it => it.checkVisibility() && !isHidden(it)).flatMap(it => {
    const { width, height } = it.getBoundingClientRect(), least = it.closest('nav.lenses') ? 44 : 24;
    return width >= 24 && height >= least - 0.5 ? [] : [`${it.className || it.localName} ${it.textContent.slice(0, 20)}: ${width} by ${height}`];
  });
}
