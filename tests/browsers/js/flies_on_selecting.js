/**
 * Selects a country.
 * @param {string} country
 * @returns {Promise<boolean>} whether anything moves on the map in the first frames after the camera was sent off
 */
async function fliesOnSelecting(country) {
  const frame = document.querySelector('.map-frame');
  const before = frame.dataset.camera;
  const nextFrame = () => new Promise(next => requestAnimationFrame(next));
  document.querySelector(`.who a[data-country=${country}]`).click();
  for (let frames = 0; frame.dataset.camera === before; frames++) {
    if (frames > 200) throw new Error('the camera stays');
    await nextFrame();
  }
  await nextFrame();
  return frame.getAnimations({ subtree: true }).length > 0;
}
