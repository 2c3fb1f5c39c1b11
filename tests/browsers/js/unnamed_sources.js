/** @returns {string[]} the sources of the card of which it does not say what the list of all says */
function unnamedSources() {
  const entries = [...document.querySelectorAll('[data-footnotes] li')];
  const wrong = entries.filter(it => {
    const listed = document.getElementById(it.querySelector('.footnote').dataset.printed);
    return !listed || it.querySelector('.footnote').textContent !== listed.textContent || !it.querySelector('cite');
  });
  return entries.length ? wrong.map(it => it.textContent) : ['no sources'];
}
