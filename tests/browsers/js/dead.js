/** @returns {string[]} what looks as if it could be used without script, and cannot */
function dead() {
  const page = document.querySelector('iframe').contentDocument, wrong = [];
  for (const it of page.querySelectorAll('button, input:not([type=checkbox]), select, [role=button]'))
    if (it.checkVisibility({ visibilityProperty: true })) wrong.push(it.outerHTML.slice(0, 80));
  for (const it of page.querySelectorAll('a[href^="#"]')) {
    const id = decodeURIComponent(it.getAttribute('href').slice(1));
    if (id && !page.getElementById(id) && it.checkVisibility({ visibilityProperty: true })) wrong.push(`a link to ${id}`);
  }
  const opacity = status => getComputedStyle(page.querySelector(`.map-country[data-status=${status}]`)).opacity;
  const box = page.querySelector('.legend [value=member]');
  box.click();
  if (!box.checked || opacity('member') !== '1' || opacity('participant') === '1') wrong.push('the legend does not filter');
  return wrong;
}
