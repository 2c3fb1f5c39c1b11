/** @returns {string[]} what of the dialog does not fit into the frame, or is hard to hit with a thumb */
function dialogMisfits() {
  const page = document.querySelector('iframe').contentDocument, dialog = page.querySelector('.embed'), wrong = [];
  if (!dialog.open) page.querySelector('.embed-open').click();
  if (!dialog.open) wrong.push('it does not open');
  const { left, right } = dialog.getBoundingClientRect(), isPhone = page.documentElement.clientWidth <= 400;
  if (left < 0 || right > page.documentElement.clientWidth) wrong.push('it is wider than the page');
  if (dialog.scrollWidth > dialog.clientWidth) wrong.push(`it scrolls sideways: ${dialog.scrollWidth} in ${dialog.clientWidth}`);
  for (const it of dialog.querySelectorAll('*')) {
    const box = it.getBoundingClientRect();
    if (box.left < left - 1 || box.right > right + 1) wrong.push(`${it.className || it.localName} from ${box.left} to ${box.right}`);
  }
  for (const it of page.querySelectorAll('.embed-choice, .embed-close, .embed-copy, .embed-pixels, .embed-open')) {
    const { height } = it.getBoundingClientRect();
    if (isPhone && it.checkVisibility() && height < 44) wrong.push(`${it.className} is ${height} px high`);
  }
  dialog.close();
  return wrong;
}
