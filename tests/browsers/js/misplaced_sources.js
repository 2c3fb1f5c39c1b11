/**
 * Opens the sources of sentences, or what words mean, one after the other.
 * @param {string} selector of their links
 * @returns {Promise<string[]>} what is wrong with where they are, and which they are
 */
async function misplacedSources(selector) {
  const root = document.documentElement, wrong = [];
  document.querySelectorAll('.card details, .checks details').forEach(it => { it.open = true; });
  const links = [...document.querySelectorAll(selector)].filter(it => it.getClientRects().length);
  for (const link of links) {
    // What is far below is laid out when it comes near, which may take a few frames.
    for (let before = NaN, still = 0; still < 2;) {
      link.scrollIntoView({ block: links.indexOf(link) % 2 ? 'center' : 'end', behavior: 'instant' });
      await new Promise(next => requestAnimationFrame(() => setTimeout(next)));
      const top = link.getBoundingClientRect().top + scrollY;
      still = top === before ? still + 1 : 0;
      before = top;
    }
    link.click();
    await new Promise(next => requestAnimationFrame(() => setTimeout(next)));
    const isTerm = link.matches('.term'), sentence = (link.closest('.refs') ?? link).parentElement, open = document.querySelectorAll('body > .sentence-sources');
    const say = it => wrong.push(`${innerWidth} × ${innerHeight}, …${sentence.textContent.slice(-40)}: ${it}`);
    if (open.length !== 1) { say(`${open.length} open`); continue; }
    const at = open[0].getBoundingClientRect(), own = sentence.getBoundingClientRect();
    if (at.left < 0 || at.top < 0 || at.right > root.clientWidth || at.bottom > innerHeight)
      say(`not in the window: ${[at.left, at.top, at.right, at.bottom].map(Math.round)}`);
    if (at.left < own.right && own.left < at.right && at.top < own.bottom && own.top < at.bottom) say('over its sentence');
    if (at.bottom + scrollY > Math.max(innerHeight, root.getBoundingClientRect().height)) say('out of the page');
    if (isTerm && (open[0].querySelector('ol') || open[0].querySelector('.term-gloss').textContent !== document.querySelector(`${link.hash} dd`).textContent)) say('does not say what the word means');
    if (at.height < 100) say(`only ${at.height} px high`);
    if (root.scrollWidth > root.clientWidth) say('scrolls sideways');
    if (isTerm) continue;
    const shown = [...open[0].querySelectorAll('li')].map(it => it.textContent);
    const ids = link.dataset.sources?.split(', ') ?? sentence.querySelector('.refs').textContent.match(/\d+/g);
    const listed = ids.map(it => document.getElementById(`source-${it}`).textContent);
    if (shown.join('\n') !== listed.join('\n')) say(`other sources: ${shown}`);
  }
  if (!links.length) wrong.push('no numbers');
  return wrong;
}
