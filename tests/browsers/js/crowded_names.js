/** @returns {string[]} which names on the map in the frame lie over one another */
function crowdedNames() {
  const frame = document.querySelector('iframe');
  const names = [...frame.contentDocument.querySelectorAll('.map-name, .map-capital')]
    .filter(it => it.checkVisibility({ visibilityProperty: true, opacityProperty: true })).map(it => [it.textContent, it.getBoundingClientRect()]);
  const wrong = names.length ? [] : ['no name is seen'];
  names.forEach(([name, a], index) => {
    for (const [other, b] of names.slice(index + 1)) {
      const [x, y] = [Math.min(a.right, b.right) - Math.max(a.left, b.left), Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)];
      if (x > 1 && y > 2) wrong.push(`${name} and ${other}, by ${Math.round(x)} × ${Math.round(y)} px`);
    }
  });
  return wrong;
}
