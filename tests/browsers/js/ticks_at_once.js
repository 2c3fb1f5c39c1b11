/**
 * Ticks one country after the other, each as soon as its tick leads farther than before.
 * @param {string[]} ticks
 */
async ticks => {
  const find = selector => document.querySelector(selector);
  const before = ticks.map(it => find(it).dataset.to);
  for (const [at, selector] of ticks.entries()) {
    for (let frames = 0; at && find(selector).dataset.to === before[at]; frames++) {
      if (frames > 300) throw new Error(`${selector} is as it was`);
      await new Promise(requestAnimationFrame);
    }
    find(selector).focus();
    find(selector).click();
  }
}
