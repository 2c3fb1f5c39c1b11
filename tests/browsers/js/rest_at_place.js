/**
 * Waits until nothing on the page has moved for a while.
 * @param {string} id the place on the page that its address names
 * @returns {Promise<number>} how far it is from its place at the top of the window, in px; as far down as the page goes counts
 */
async function restAtPlace(id) {
  const page = document.querySelector('iframe')?.contentDocument ?? document, view = page.defaultView, root = page.documentElement;
  const top = () => page.getElementById(id).getBoundingClientRect().top;
  for (let still = 0, last = NaN; still < 15; still = top() === last ? still + 1 : 0) {
    last = top();
    await new Promise(next => setTimeout(next, 20));
  }
  const margins = parseFloat(view.getComputedStyle(page.getElementById(id)).scrollMarginTop) + parseFloat(view.getComputedStyle(root).scrollPaddingTop);
  const off = Math.round(top() - margins), rest = Math.ceil(root.scrollHeight - view.innerHeight - view.scrollY);
  return off > 0 && rest <= 1 ? 0 : off;
}
