/** @returns {string[]} which labels on the map in the frame lie over one another or beyond the map */
function crowdedLabels() {
  const page = document.querySelector('iframe').contentDocument;
  const edge = page.querySelector('.map-frame').getBoundingClientRect();
  const labels = [...page.querySelectorAll('.map-name, .map-capital, .map-tie')]
    .filter(it => it.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
    .map(it => ({ text: it.textContent, owner: it.closest('li'), box: it.getBoundingClientRect() }));
  const wrong = [];
  labels.forEach(({ text, owner, box }, index) => {
    const beyond = Math.max(edge.left - box.left, box.right - edge.right, edge.top - box.top, box.bottom - edge.bottom);
    if (beyond > 1) wrong.push(`${text} is beyond the frame by ${Math.round(beyond)} px`);
    for (const other of labels.slice(index + 1)) {
      // A name and its capital are one label.
      if (other.owner === owner) continue;
      const x = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
      const y = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
      if (x > 1 && y > 1) wrong.push(`${text} and ${other.text}, by ${Math.round(x)} × ${Math.round(y)} px`);
    }
  });
  return wrong;
}
