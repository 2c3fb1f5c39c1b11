/** @returns {string[]} each mark in the legend, with how many countries are said to have it */
function legendCounts() {
  return [...document.querySelectorAll('.legend-item')]
    .map(it => `${it.dataset.mark} ${parseInt(it.querySelector('.legend-count').textContent)}`);
}
