/**
 * Scrolls a country's link into view.
 * @param {string} country
 * @returns {Promise<[number, number]>} its middle
 */
async function aim(country) {
  const link = document.querySelector(`.map-marker[data-country=${country}]`);
  link.scrollIntoView({ block: 'center' });
  await new Promise(requestAnimationFrame);
  const { left, top, width, height } = link.getBoundingClientRect();
  return [left + width / 2, top + height / 2];
}
