/** @returns {string[]} texts of the page in the frame that lie over one another, those on the map apart */
function overlaps() {
  const frame = document.querySelector('iframe'), page = frame.contentDocument, view = frame.contentWindow;
  const range = page.createRange(), walker = page.createTreeWalker(page.getElementById('app'), NodeFilter.SHOW_TEXT);
  const isUnseen = it => {
    for (let up = it; up; up = up.parentElement) {
      const { width, height } = up.getBoundingClientRect(), { overflowX, position } = view.getComputedStyle(up);
      if ((width <= 1 && height <= 1 && overflowX !== 'visible') || position === 'fixed') return true;
    }
    return false;
  };
  // A word of the timeline that has no room stands below its place, where it is not seen.
  const isDropped = (it, box) => box.top >= (it.closest('.timeline-word')?.getBoundingClientRect().bottom ?? Infinity) - 1;
  const boxes = [];
  for (let text; (text = walker.nextNode()); ) {
    const parent = text.parentElement;
    if (!text.data.trim() || parent.closest('.map-frame, .sheet') || !parent.checkVisibility({ visibilityProperty: true, opacityProperty: true }) || isUnseen(parent)) continue;
    range.selectNodeContents(text);
    for (const box of range.getClientRects()) if (box.width > 1 && !isDropped(parent, box)) boxes.push({ box, text });
  }
  boxes.sort((one, other) => one.box.top - other.box.top);
  const wrong = [], say = text => `${text.parentElement.className || text.parentElement.localName} “${text.data.trim().slice(0, 30)}”`;
  boxes.forEach(({ box, text }, index) => {
    for (const other of boxes.slice(index + 1)) {
      if (other.box.top >= box.bottom) break;
      const across = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
      const down = Math.min(box.bottom, other.box.bottom) - other.box.top;
      if (other.text !== text && across > 2 && down > 0.45 * Math.min(box.height, other.box.height)) wrong.push(`${say(text)} lies over ${say(other.text)}`);
    }
  });
  return wrong.slice(0, 20);
}
