/**
 * @returns {[string, number, number]} the first paragraph of the post that is seen, by its place, and how far from the top of
 *   the window it is; where the window is scrolled to
 */
function placeInPost() {
  const post = document.querySelector('main').getBoundingClientRect();
  const all = [...document.querySelectorAll('main > p')];
  const at = all.findIndex(it => it.getBoundingClientRect().top >= Math.max(0, post.top));
  return [`paragraph ${at} of ${all.length}`, Math.round(all[at]?.getBoundingClientRect().top), Math.round(scrollY)];
}
