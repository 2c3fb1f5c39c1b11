/** @returns {string[]} what is written on the map in the frame that lies over something else, on a mark or line of others, or beyond the map */
function crowdedLabels() {
  const page = document.querySelector('iframe').contentDocument, view = page.defaultView;
  const edge = page.querySelector('.map-frame').getBoundingClientRect();
  const isSeen = it => it.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  // What is turned is covered by a row of boxes.
  const boxes = it => {
    const { left, right, top, bottom } = it.getBoundingClientRect();
    const { a: cos, b: sin } = new view.DOMMatrix(view.getComputedStyle(it).transform);
    if (Math.abs(sin) < 0.01 || !it.matches('.map-tie')) return [{ left, right, top, bottom }];
    const { offsetWidth: width, offsetHeight: height } = it, count = Math.ceil(width / height), part = width / count;
    const x = (left + right) / 2, y = (top + bottom) / 2;
    const across = (part * cos + height * Math.abs(sin)) / 2, down = (part * Math.abs(sin) + height * cos) / 2;
    return Array.from({ length: count }, (_, index) => {
      const along = (index + 0.5) * part - width / 2, [at, level] = [x + cos * along, y + sin * along];
      return { left: at - across, right: at + across, top: level - down, bottom: level + down };
    });
  };
  const overlap = (one, other) => [
    Math.min(one.right, other.right) - Math.max(one.left, other.left), Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top),
  ];
  const labels = [...page.querySelectorAll('.map-name, .map-capital, .map-tie, .map-note, .map-number, .map-scale')].filter(isSeen)
    .map(it => ({ text: it.textContent, owner: it.closest('li') ?? it, tie: it.closest('.map-tie'), boxes: boxes(it) }));
  const marks = [...page.querySelectorAll('.map-marker .mark')].filter(isSeen);
  const wrong = [];
  labels.forEach(({ text, owner, tie, boxes }, index) => {
    for (const box of boxes) {
      const beyond = Math.max(edge.left - box.left, box.right - edge.right, edge.top - box.top, box.bottom - edge.bottom);
      if (beyond > 1.5) wrong.push(`${text} is beyond the frame by ${Math.round(beyond)} px`);
      for (const other of labels.slice(index + 1)) {
        // A name and its capital are one label.
        if (other.owner === owner) continue;
        for (const [x, y] of other.boxes.map(it => overlap(box, it))) {
          if (x > 1 && y > 1) wrong.push(`${text} and ${other.text}, by ${Math.round(x)} × ${Math.round(y)} px`);
        }
      }
      for (const mark of marks.filter(it => !owner.contains(it))) {
        const [x, y] = overlap(box, mark.getBoundingClientRect());
        if (x > 1 && y > 1) wrong.push(`${text} on the mark of ${mark.closest('[data-country]').dataset.country}`);
      }
    }
    if (!tie) return;
    for (const line of page.querySelectorAll('.map-line')) {
      const href = line.getAttribute('href'), path = page.querySelector(href), matrix = line.getScreenCTM();
      // What several share has no tie of its own.
      if (!tie.dataset.tie || href === `#map-${tie.dataset.tie}`) continue;
      for (let at = 0, length = path.getTotalLength(); at < length; at += length / 300) {
        const { x, y } = path.getPointAtLength(at).matrixTransform(matrix);
        if (boxes.some(it => x > it.left + 2 && x < it.right - 2 && y > it.top + 2 && y < it.bottom - 2)) {
          wrong.push(`${href} runs through ${text}`);
          break;
        }
      }
    }
  });
  return [...new Set(wrong)];
}
