/**
 * The selectors of rules that have `:has()` in one of them and not in another, outside of `:is()`, which forgives.
 * @returns {string[]}
 */
() => {
  const rules = list => [...list].flatMap(it => [it, ...rules(it.cssRules ?? [])]);
  const withoutInner = text => {
    const outer = text.replace(/\([^()]*\)/g, it => (it.includes('§') ? '§' : ''));
    return outer === text ? text : withoutInner(outer);
  };
  const isMixed = text => {
    const parts = withoutInner(text.replaceAll(':has', '§:has')).split(',').map(it => it.includes('§'));
    return parts.includes(true) && parts.includes(false);
  };
  const all = [...document.styleSheets].flatMap(it => rules(it.cssRules)).map(it => it.selectorText ?? '');
  return all.filter(isMixed);
}
