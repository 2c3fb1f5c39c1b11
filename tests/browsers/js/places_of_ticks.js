/** @returns {[string, number, number][]} each tick of the table that is seen, with where it is on the page, in px */
() => [...document.querySelectorAll('#opened table [data-tick]')].filter(it => it.offsetWidth > 1).map(it => {
  const { left, top } = it.getBoundingClientRect();
  return [it.dataset.tick, Math.round(left), Math.round(top + scrollY)];
})
