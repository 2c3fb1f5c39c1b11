/** @returns {string[]} what does not fit into the frame */
function misfits() {
  const frame = document.querySelector('iframe');
  const page = frame.contentDocument, root = page.documentElement, view = frame.contentWindow;
  const wrong = [];
  if (root.scrollWidth > root.clientWidth) wrong.push(`scrolls sideways: ${root.scrollWidth} in ${root.clientWidth}`);
  const edges = new Map();
  function clippers(element) {
    if (!element || element === root) return [];
    if (!edges.has(element)) {
      const { overflowX, overflowY } = view.getComputedStyle(element);
      const clips = overflowX !== 'visible' || overflowY !== 'visible';
      edges.set(element, [...clippers(element.parentElement), ...(clips ? [element] : [])]);
    }
    return edges.get(element);
  }
  const range = page.createRange(), walker = page.createTreeWalker(page.body, NodeFilter.SHOW_TEXT);
  for (let text; (text = walker.nextNode()); ) {
    const parent = text.parentElement;
    if (!text.data.trim() || parent.closest('script, style, noscript, .visually-hidden') || !parent.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
    range.selectNodeContents(text);
    for (const box of range.getClientRects()) {
      if (box.width === 0) continue;
      // Within one pixel: for screen readers only, on purpose.
      const edgesOf = clippers(parent).map(it => it.getBoundingClientRect());
      if (edgesOf.some(edge => edge.width <= 1 && edge.height <= 1)) continue;
      // A word of the timeline that has no room stands below its place, where it is not seen; so does the name beside the date.
      const place = parent.closest('.timeline-word, .brand');
      // WebKit, which alone has this property, draws no taller rows for a least size of type; the list below says the same.
      if (place?.matches('.timeline-word') && CSS.supports('hanging-punctuation', 'first')) continue;
      if (place && box.top >= place.getBoundingClientRect().bottom - 1) continue;
      const say = what => wrong.push(`${what}: ${parent.className || parent.localName} “${text.data.trim().slice(0, 40)}”`);
      if (box.left < -1 || box.right > root.clientWidth + 1) say(`beyond the page (${Math.round(box.left)} to ${Math.round(box.right)})`);
      for (const clipper of clippers(parent)) {
        const edge = clipper.getBoundingClientRect();
        const isWide = view.getComputedStyle(clipper).overflowX === 'visible';
        const x = isWide ? 0 : Math.max(edge.left - box.left, box.right - edge.right);
        const y = Math.max(edge.top - box.top, box.bottom - edge.bottom);
        if (x > 1 || y > 3) say(`cut off by ${clipper.className || clipper.localName}, ${Math.round(Math.max(x, y))} px`);
      }
    }
  }
  return wrong.slice(0, 20);
}
