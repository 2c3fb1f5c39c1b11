/**
 * Goes back to the overview, waits until all is at rest, and gives the page a link at its head.
 * @param {string} view the name of what it leads to
 * @param {string | null} country for the bare page, which knows nothing else
 * @returns {Promise<[number, number]>} the middle of the link
 */
async function aimTool(view, country) {
  const nextFrame = () => new Promise(requestAnimationFrame);
  document.querySelector('#bench-link')?.remove();
  // Ours not by a link, which keeps the date.
  if (country) document.querySelector('a[href="#overview"]').click();
  else location.hash = '#overview';
  for (let frames = 0, still = 0; still < 30; frames++) {
    if (frames > 600) throw new Error('the overview does not come to rest');
    await nextFrame();
    still = document.querySelector('[data-who]') && document.getAnimations().length === 0 ? still + 1 : 0;
  }
  const link = document.createElement('a');
  link.id = 'bench-link';
  link.href = `#${view}`;
  link.textContent = view;
  if (country) link.dataset.country = country;
  link.style = 'position: fixed; top: 0; left: 0; z-index: 9;';
  document.querySelector('#app').append(link);
  await nextFrame();
  const { left, top, width, height } = link.getBoundingClientRect();
  return [left + width / 2, top + height / 2];
}
