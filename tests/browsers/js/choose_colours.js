/**
 * Chooses colours from the list at the foot of the page.
 * @param {string} choice
 */
choice => {
  const list = document.querySelector('[data-theme-choice]');
  list.value = choice;
  list.dispatchEvent(new Event('change', { bubbles: true }));
}
