/**
 * @param {string[]} countries
 * @returns {string[]} those of which the marker is not in the map's frame
 */
function countriesOutside(countries) {
  const frame = document.querySelector('.map-frame').getBoundingClientRect();
  return countries.filter(country => {
    const it = document.querySelector(`.map-marker[data-country=${country}] .mark`)?.getBoundingClientRect();
    if (!it) return true;
    const [x, y] = [it.x + it.width / 2, it.y + it.height / 2];
    return x < frame.left || x > frame.right || y < frame.top || y > frame.bottom;
  });
}
