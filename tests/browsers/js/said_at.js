/**
 * Goes to an address of the app without loading the page, and waits until it shows that.
 * @param {string} address `?partner=kor`
 * @returns {Promise<object>} what the page counts and says of countries there
 */
async function said_at(address) {
  const frame = () => new Promise(next => requestAnimationFrame(next));
  const wanted = address === '?' ? '' : address;
  // Browsers let a page change its address only so often.
  for (let tries = 0; tries < 40 && location.search !== wanted; tries++) {
    if (tries) await new Promise(next => setTimeout(next, 500));
    try {
      history.pushState(null, '', `${location.pathname}${address}`);
    } catch {
      // Once more, in a while.
    }
  }
  dispatchEvent(new PopStateEvent('popstate'));
  for (let frames = 0; frames < 4 || document.querySelector('.card[aria-busy]'); frames++) await frame();
  const text = it => { const copy = it.cloneNode(true); for (const refs of copy.querySelectorAll('.refs')) refs.remove(); return copy.textContent.replace(/\s+/g, ' ').trim(); };
  const texts = selector => [...document.querySelectorAll(selector)].map(text);
  return {
    title: text(document.querySelector('.card-title')),
    headline: text(document.querySelector('.headline')),
    what: text(document.querySelector('.standfirst-what')),
    more: texts('.standfirst-more').join(' '),
    legend: texts('.legend-item').map(it => it.replace(/^× /, '')),
    marks: [...document.querySelectorAll('.map-country')].map(it => `${it.dataset.country} ${it.dataset.status}${'unconfirmed' in it.dataset ? ' unconfirmed' : ''}`).sort(),
    who: [...document.querySelectorAll('[data-who] tbody tr')].map(row => [...row.children].map(it => text(it).replace(/^since /, '')).join(' | ')),
    verdicts: [...document.querySelectorAll('#overview [data-verdict]')].map(it => {
      const answer = /** @type {Element} */ (it.cloneNode(true));
      answer.querySelector('.unconfirmed')?.remove();
      return text(answer).replace(/^[^.:]+: /, '');
    }),
    unconfirmed: texts('#overview [data-verdict] .unconfirmed').filter(it => it),
  };
}
