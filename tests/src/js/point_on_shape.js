/**
 * Finds a point of a shape that a mouse can hit: nothing lies over it, or right beside it.
 * @param {string} selector
 * @returns {[number, number] | null}
 */
function pointOnShape(selector) {
  const shape = document.querySelector(selector);
  if (!shape) return null;
  const box = shape.getBoundingClientRect();
  const hits = (x, y) => shape.contains(document.elementFromPoint(x, y));
  // Well within, where there is such a point: drivers round, and coasts are ragged.
  for (const margin of [4, 1])
    for (let y = Math.ceil(box.top); y < box.bottom; y += 2)
      for (let x = Math.ceil(box.left); x < box.right; x += 2)
        if (hits(x, y) && [[-1, -1], [1, -1], [-1, 1], [1, 1]].every(([right, down]) => hits(x + right * margin, y + down * margin))) return [x, y];
  return null;
}
