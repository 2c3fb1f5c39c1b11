/** @returns {string} what is wrong with the focus, or nothing */
function focusComplaint() {
  const it = document.activeElement;
  if (!it || it === document.body) return 'the focus is nowhere';
  const name = it.outerHTML.slice(0, 100).replace(/\s+/g, ' ');
  const box = [...it.getClientRects()].find(box => box.width >= 1 && box.height >= 1);
  if (!box) return `no size: ${name}`;
  if (box.bottom <= 0 || box.top >= innerHeight || box.right <= 0 || box.left >= innerWidth) return `out of sight: ${name}`;
  const { outlineStyle, outlineWidth } = getComputedStyle(it);
  if (outlineStyle === 'none' || parseFloat(outlineWidth) < 2) return `no outline (${outlineWidth} ${outlineStyle}): ${name}`;
  const isSeen = ([x, y]) => it.contains(document.elementFromPoint(box.left + box.width * x, box.top + box.height * y));
  const points = [[0.5, 0.5], [0.1, 0.5], [0.9, 0.5], [0.5, 0.1], [0.5, 0.9]];
  return points.some(isSeen) ? '' : `covered: ${name}`;
}
