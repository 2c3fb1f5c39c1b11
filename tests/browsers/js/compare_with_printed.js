/**
 * Compares the markup that came with the page with what the app made of it. Where names go on the map is measured only in a
 * browser, as is the camera.
 * @returns {Promise<string[]>} what differs
 */
async function compareWithPrinted() {
  const measured = /^(data-(side|full|room|inside|camera)|style|tabindex)$/;
  function lines(root) {
    const list = [];
    (function walk(node, depth) {
      if (node.nodeType === 8) return;
      if (node.nodeType === 3) return list.push([depth, node.data].join(' '));
      const names = [...node.attributes].filter(it => !(measured.test(it.name) && node.closest('.map-frame')));
      list.push([depth, node.localName, ...names.map(it => `${it.name}=${it.value}`).sort()].join(' '));
      node.childNodes.forEach(it => walk(it, depth + 1));
    })(root, 0);
    return list;
  }
  const text = await (await fetch(location.pathname)).text();
  const printed = lines(new DOMParser().parseFromString(text, 'text/html').getElementById('app'));
  const wrong = [];
  // The parser joins neighbouring texts, the app keeps them apart.
  document.getElementById('app').normalize();
  const drawn = lines(document.getElementById('app'));
  for (const selector of ['.map-country', '.answer', '[data-who] a', '.timeline', '[data-card]'])
    if (!document.querySelector(`#app ${selector}`)) wrong.push(`there is no ${selector}`);
  for (let at = 0; at < Math.max(printed.length, drawn.length) && wrong.length < 5; at++)
    if (printed[at] !== drawn[at]) wrong.push(`printed ${printed[at]}, drawn ${drawn[at]}`);
  return wrong;
}
