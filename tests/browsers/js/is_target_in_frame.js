/**
 * @param {string} name how the id of an entry begins
 * @returns {boolean} whether the address of the page in the frame leads to such an entry, and it is in view
 */
function isTargetInFrame(name) {
  const target = document.querySelector('iframe').contentDocument.querySelector(':target');
  const top = target?.getBoundingClientRect().top;
  return target != null && target.id.startsWith(name) && target.matches('.entry') && top > -5 && top < 800;
}
