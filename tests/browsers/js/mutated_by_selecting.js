/**
 * Selects a country by its marker.
 * @param {string} country
 * @returns {Promise<string[]>} the nodes beside the card that changed, a line each
 */
async function mutatedBySelecting(country) {
  const nodes = new Map(), shapes = [...document.querySelectorAll('.map-country')];
  const isInCard = node => (node instanceof Element ? node : node.parentElement)?.closest('.card, .answer') != null;
  const say = node => node instanceof Element ? `${node.localName}.${node.getAttribute('class') ?? ''}` : `“${node.data}”`;
  const note = (node, how) => nodes.has(node) || nodes.set(node, `${how} ${say(node)}`);
  const observer = new MutationObserver(records => {
    for (const { type, target, attributeName, addedNodes, removedNodes } of records) {
      if (isInCard(target)) continue;
      if (type !== 'childList') note(target, attributeName ?? 'text');
      /** @type {[string, NodeList][]} */
      const lists = [['added', addedNodes], ['removed', removedNodes]];
      for (const [how, list] of lists) {
        for (const top of list) {
          if (top instanceof Element && top.matches('.card, .answer')) continue;
          note(top, how);
          const walker = document.createTreeWalker(top);
          while (walker.nextNode()) note(walker.currentNode, how);
        }
      }
    }
  });
  observer.observe(document, { childList: true, attributes: true, characterData: true, subtree: true });
  const frame = document.querySelector('.map-frame'), before = frame.dataset.camera;
  document.querySelector(`.map-marker[data-country=${country}]`).click();
  const started = Date.now();
  const card = () => document.querySelector(`.card[data-card=${country}], .card [data-card=${country}]`);
  const isAtRest = () => frame.dataset.camera !== before && frame.getAnimations({ subtree: true }).length === 0;
  while (!(card() && isAtRest()) && Date.now() - started < 10_000) await new Promise(next => setTimeout(next, 50));
  const isKept = [...document.querySelectorAll('.map-country')].every((it, index) => it === shapes[index]);
  return [...(isKept && card() ? [] : ['NOT KEPT']), ...nodes.values()];
}
