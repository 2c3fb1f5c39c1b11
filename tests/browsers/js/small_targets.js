/**
 * @returns {string[]} controls of less than 24 px, or of less than 44 px in the bar and its menu; not links in a sentence
 */
function smallTargets() {
  const controls = 'button, summary, input, select, nav a, .who table a, .timeline a, .more a, .footer a';
  const isHidden = it => it !== null && (it.getBoundingClientRect().width <= 1 || isHidden(it.parentElement));
  // What is drawn on the timeline the list below it has, too.
  const isDrawn = it => it.closest('.timeline-chart') !== null;
  return [...document.querySelectorAll(controls)].filter(it => it.checkVisibility() && !isHidden(it) && !isDrawn(it)).flatMap(it => {
    const { width, height } = it.getBoundingClientRect(), least = it.closest('nav.lenses') ? 44 : 24;
    return width >= 24 && height >= least - 0.5 ? [] : [`${it.className || it.localName} ${it.textContent.slice(0, 20)}: ${width} by ${height}`];
  });
}
