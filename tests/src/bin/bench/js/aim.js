/**
 * Goes back to the overview, waits until all is at rest, and scrolls the link to a country in its table into view.
 * @param {string} country
 * @returns {Promise<[number, number]>} its middle
 */
async function aim(country) {
  const nextFrame = () => new Promise(requestAnimationFrame);
  const link = () => document.querySelector(`[data-who] a[data-country=${country}]`);
  if (!link()) document.querySelector('a[href="#overview"]').click();
  for (let frames = 0, still = 0; still < 30; frames++) {
    if (frames > 600) throw new Error('the overview does not come to rest');
    await nextFrame();
    still = link() && document.getAnimations().length === 0 ? still + 1 : 0;
  }
  link().scrollIntoView({ block: 'center' });
  await nextFrame();
  const { left, top, width, height } = link().getBoundingClientRect();
  return [left + width / 2, top + height / 2];
}
