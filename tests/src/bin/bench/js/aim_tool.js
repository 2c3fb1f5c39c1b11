/**
 * Goes back to the overview, waits until all is at rest, and gives the page a link to a view at its head.
 * @param {string} view its name
 * @returns {Promise<[number, number]>} the middle of the link
 */
async function aimTool(view) {
  const nextFrame = () => new Promise(requestAnimationFrame);
  document.querySelector('#bench-link')?.remove();
  // Not by a link, which keeps the date.
  location.hash = '#overview';
  for (let frames = 0, still = 0; still < 30; frames++) {
    if (frames > 600) throw new Error('the overview does not come to rest');
    await nextFrame();
    still = document.querySelector('[data-who]') && document.getAnimations().length === 0 ? still + 1 : 0;
  }
  const link = document.createElement('a');
  link.id = 'bench-link';
  link.href = `#${view}`;
  link.textContent = view;
  link.style = 'position: fixed; top: 0; left: 0; z-index: 9;';
  document.querySelector('#app').append(link);
  await nextFrame();
  const { left, top, width, height } = link.getBoundingClientRect();
  return [left + width / 2, top + height / 2];
}
