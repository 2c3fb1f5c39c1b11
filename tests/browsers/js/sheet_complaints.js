/**
 * @param {string} name the country's
 * @returns {string[]} what is wrong with the sheet that is raised for it on a phone
 */
function sheetComplaints(name) {
  const sheet = document.querySelector('.sheet'), bar = document.querySelector('nav.lenses').getBoundingClientRect();
  const box = sheet.getBoundingClientRect(), wrong = [];
  const verdict = document.querySelector('#answer .verdict').textContent;
  if (sheet.querySelector('h2').textContent !== name) wrong.push(`it names ${sheet.querySelector('h2').textContent}`);
  if (sheet.querySelector('.verdict').textContent !== verdict) wrong.push('it says something else than the answer');
  if (!sheet.querySelector('.verdict sup a')) wrong.push('its verdict has no source');
  if (box.top < 0 || Math.abs(box.bottom - bar.top) > 1) wrong.push(`it is from ${box.top} to ${box.bottom}, the bar from ${bar.top}`);
  if (Math.abs(bar.bottom - innerHeight) > 1 || Math.abs(bar.height - 60) > 1) wrong.push(`the bar is from ${bar.top} to ${bar.bottom}`);
  for (const it of document.querySelectorAll('.sheet button, nav.lenses .lens, nav.lenses summary')) {
    const { width, height } = it.getBoundingClientRect();
    if (width && (width < 44 || height < 44)) wrong.push(`${it.textContent} is ${width} by ${height}`);
  }
  return wrong;
}
