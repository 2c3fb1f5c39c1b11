/**
 * @returns {[string, number, number][]} of each section below the app: its class, where the last of its text begins in the page,
 *   and how high that is, in px
 */
() => ['changes', 'checks', 'limits', 'glossary', 'sources'].map(name => {
  const texts = [...document.querySelectorAll(`.${name} :is(p, li, dd)`)].filter(it => it.checkVisibility());
  const { top, height } = texts.at(-1).getBoundingClientRect();
  return [name, Math.round(top + scrollY), Math.ceil(height)];
})
