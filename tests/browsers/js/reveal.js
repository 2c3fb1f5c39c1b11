/**
 * Does what a browser does that has found words in what is hidden.
 * @param {string} words
 * @returns {boolean} whether there are any
 */
words => {
  const entry = [...document.querySelectorAll('.entry[hidden]')].find(it => it.textContent.includes(words));
  entry?.dispatchEvent(new Event('beforematch', { bubbles: true }));
  entry?.removeAttribute('hidden');
  entry?.scrollIntoView();
  return !!entry;
}
