/** @returns {string[]} the open card of the page in the frame, and what is marked as current */
function markedInFrame() {
  const page = document.querySelector('iframe').contentDocument;
  const name = it => it.dataset.card ?? `${it.getAttribute('class')} ${it.dataset.country ?? it.textContent}`;
  return [...page.querySelectorAll('[data-card], [aria-current]')].map(name);
}
