/**
 * What is wrong while the page is printed, between the two events of that, and after it.
 * @returns {Promise<string[]>}
 */
async function printedView() {
  const wrong = [], frame = () => new Promise(next => setTimeout(next, 50));
  const isOpen = () => [...document.querySelectorAll('.card-fold')].map(it => it.open).join();
  const before = isOpen();
  dispatchEvent(new Event('beforeprint'));
  for (const fold of document.querySelectorAll('.card-fold:not([data-footnotes])'))
    if (!fold.open && fold.textContent.length < 3000) wrong.push(`folded: ${fold.textContent}`);
  const isPrinted = it => !it.closest('details:not([open])');
  const cited = [...document.querySelectorAll(':is(.masthead, #answer, #opened) .ref')].filter(isPrinted).flatMap(it => it.dataset.sources.split(', '));
  cited.push(...[...document.querySelectorAll('.view-sources dl .refs a')].map(it => it.textContent));
  const listed = [...document.querySelectorAll('.view-sources li')];
  if (listed.length !== new Set(cited).size) wrong.push(`${listed.length} sources, and not ${new Set(cited).size}`);
  for (const it of listed) {
    if (!cited.includes(String(it.value))) wrong.push(`source ${it.value} is not cited`);
    if (it.textContent.trim().length < 10) wrong.push(`source ${it.value} says nothing`);
  }
  dispatchEvent(new Event('afterprint'));
  await frame();
  if (isOpen() !== before) wrong.push('other folds are open than before');
  if (document.querySelector('.view-sources')) wrong.push('the list of sources is left');
  return wrong;
}
