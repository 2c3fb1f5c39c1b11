/**
 * Unfolds half of the card, brings a link of it to the middle of the window and the focus on it.
 * @param {string} selector
 * @returns {Promise<string>} where the reader was, as `place.js` says it
 */
async selector => {
  const frames = async count => { while (count--) await new Promise(requestAnimationFrame); };
  document.querySelectorAll('#opened details').forEach((it, at) => { it.open = at % 2 === 0; });
  await frames(3);
  const link = [...document.querySelectorAll(selector)].find(it => it.checkVisibility());
  link.focus();
  link.scrollIntoView({ block: 'center', behavior: 'instant' });
  await frames(3);
  const folds = [...document.querySelectorAll('#opened details')].map(it => it.open);
  const place = `${link.localName} ${link.getAttribute('href')} ${link.textContent.slice(0, 40)}`;
  return JSON.stringify([Math.round(scrollY), place, folds]);
}
