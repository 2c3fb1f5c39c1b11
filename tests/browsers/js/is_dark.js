/**
 * @param {boolean} wanted
 * @param {Document} page
 * @returns {boolean} whether the page is dark, or not, as wanted, and its list of colours says so if any were asked for
 */
(wanted, page = document) => {
  const theme = page.documentElement.dataset.theme ?? 'auto';
  const [red] = page.defaultView.getComputedStyle(page.body).backgroundColor.match(/\d+/g);
  return (red < 128) === wanted && page.querySelector('[data-theme-choice]').value === theme;
}
