/** @returns {string[]} links that lead out without keeping the page to themselves, or that are no links of this page's kind */
function unsafeLinks() {
  const links = [...document.querySelectorAll('a')], target = it => it.getAttribute('href') ?? 'no href';
  const isOutgoing = it => target(it).includes('//');
  const isSafe = it => it.relList.contains('noopener') && it.relList.contains('noreferrer');
  const isUsual = it => /^(#|https?:\/\/[^/]+\.[a-z]|(\.\/|aukus-briefing\.html)$)/.test(target(it));
  return links.filter(it => (isOutgoing(it) && !isSafe(it)) || !isUsual(it)).map(target);
}
