/**
 * @returns {[string, number]} the first paragraph of the post that is seen, and how far from the top of the window it is
 */
function placeInPost() {
  const post = document.querySelector('main').getBoundingClientRect();
  const all = [...document.querySelectorAll('main > p')];
  const at = all.findIndex(it => it.getBoundingClientRect().top >= Math.max(0, post.top));
  return [`paragraph ${at} of ${all.length}`, Math.round(all[at]?.getBoundingClientRect().top)];
}
