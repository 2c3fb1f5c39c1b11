/**
 * Breaks a flight off by another, in the middle.
 * @returns {Promise<{moved: string[], jumps: number[]}>} what moves and how, and by how many px the drawing and a marker jump
 */
async function breaksOffAFlight() {
  const frame = document.querySelector('.map-frame');
  const flights = () => frame.getAnimations({ subtree: true }).filter(it => it.playState !== 'finished');
  // Within the map: the page may scroll to the card meanwhile.
  const seen = () => ['.map-sphere', '.map-marker[data-country=nor]'].map(it => {
    const box = document.querySelector(it).getBoundingClientRect(), around = frame.getBoundingClientRect();
    return { left: box.left - around.left, top: box.top - around.top };
  });
  const hold = time => flights().forEach(it => {
    it.pause();
    it.currentTime = time;
  });
  document.querySelector('[data-who] a[data-country=swe]').click();
  for (let frames = 0; flights().length === 0; frames++) {
    if (frames > 300) throw new Error('nothing flies');
    await new Promise(requestAnimationFrame);
  }
  const moved = flights().map(it => {
    const { target } = /** @type {KeyframeEffect} */ (it.effect), [from] = /** @type {KeyframeEffect} */ (it.effect).getKeyframes();
    return `${target.getAttribute('class')} ${['transform', 'translate', 'opacity'].find(name => name in from)}`;
  });
  hold(200);
  const before = seen();
  document.querySelector('[data-map=closer]').click();
  hold(0);
  // As it is painted: what is written down after the click counts.
  await new Promise(requestAnimationFrame);
  const after = seen();
  const jumps = before.flatMap((it, index) => [after[index].left - it.left, after[index].top - it.top].map(Math.abs));
  flights().forEach(it => it.finish());
  return { moved: [...new Set(moved)], jumps };
}
