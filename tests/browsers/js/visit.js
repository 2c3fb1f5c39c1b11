/**
 * Visits the next views that links lead to, the date apart, and complains of each card that is not as it should be.
 * @param {{known: string[], visited: number, wrong: string[], checks: string[]}} found until now: the views that are
 *   known, how many of them were visited, what is wrong, and the checks of the article that cards link to
 * @param {number} limit how many views to visit
 * @returns {Promise<{known: string[], visited: number, wrong: string[], checks: string[]}>}
 */
async function visit({ known, visited, wrong, checks }, limit) {
  const isPlain = name => /^#([a-z]+=[^&]+|view=areas&technology=[^&]+&partner=[^&]+)$/.test(name) && !name.startsWith('#date=');
  const addTo = (list, it) => { if (!list.includes(it)) list.push(it); };
  // A card is busy until all of it is there.
  const isThere = query => document.documentElement.dataset.view === query.slice(1) && !document.querySelector('[aria-busy]');
  const rendered = async query => {
    const started = Date.now();
    do await new Promise(next => setTimeout(next)); while (!isThere(query) && Date.now() - started < 5000);
    if (!isThere(query)) wrong.push(`${query || 'overview'} is not shown`);
  };
  // What is folded away is drawn when it is unfolded.
  const unfold = async () => {
    const folds = () => [...document.querySelectorAll('.card details')];
    const isDrawn = it => it.open && it.children.length > 1;
    for (const begun = Date.now(); !folds().every(isDrawn) && Date.now() - begun < 5000;) {
      folds().forEach(it => { it.open = true; });
      await new Promise(next => setTimeout(next));
    }
  };
  const target = link => document.getElementById(decodeURIComponent(link.getAttribute('href').slice(1)));
  const short = it => it.textContent.trim().slice(0, 80);
  function look(query) {
    const cards = document.querySelectorAll('[data-card]'), card = cards[0];
    const say = what => wrong.push(`${query || 'overview'}: ${what}`);
    if (cards.length !== 1) return say(`${cards.length} cards are open`);
    if (location.search !== query) say(`the address became ${location.search}`);
    if (document.querySelector('#app .notice').textContent) say('its address is called wrong');
    if (!document.querySelector('.answer > h2')?.textContent.trim()) say('no heading');
    for (const claim of card.querySelectorAll('.claims > li, .sourced, .said, .reasons > li, .steps > li'))
      if (!claim.querySelector("a[href^='#source-']")) say(`no source: ${short(claim)}`);
    for (const link of card.querySelectorAll("a[href^='#']:not([href*='='], [href='#'])"))
      if (!target(link)) say(`leads nowhere: ${link.getAttribute('href')}`);
    for (const section of card.querySelectorAll('.card-section, ul, ol, dl'))
      if (!section.textContent.trim()) say(`empty: ${section.outerHTML.slice(0, 80)}`);
    for (const link of card.querySelectorAll('a'))
      if (!short(link) && !link.ariaLabel) say(`a link without a name: ${link.outerHTML.slice(0, 80)}`);
    for (const link of card.querySelectorAll("a[href^='#cor-']")) addTo(checks, link.hash.slice(1));
    for (const link of document.querySelectorAll("#app a[href^='#']"))
      if (isPlain(link.getAttribute('href'))) addTo(known, link.getAttribute('href').replace('#', '?'));
  }
  const next = known.slice(visited, visited + limit);
  for (const query of next) {
    history.replaceState(null, '', location.pathname + query);
    dispatchEvent(new PopStateEvent('popstate'));
    await rendered(query);
    await unfold();
    look(query);
  }
  return { known, visited: visited + next.length, wrong: [...wrong, ...window.problems], checks };
}
