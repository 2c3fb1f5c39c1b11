// What the static page does when a country, or the overview, is clicked.
addEventListener('click', event => {
  const link = event.target.closest('a[data-country], a[href="#overview"]');
  const id = link?.dataset.country ?? 'overview';
  const card = link && document.querySelector(`template[data-of=${id}]`);
  if (!card) return;
  event.preventDefault();
  for (const it of document.querySelectorAll('a[data-country][aria-current]')) it.removeAttribute('aria-current');
  for (const it of document.querySelectorAll(`a[data-country=${id}]`)) it.setAttribute('aria-current', 'true');
  const drawn = card.content.cloneNode(true);
  for (const part of ['.answer', '[data-card]']) document.querySelector(part).replaceWith(drawn.querySelector(part));
});
document.documentElement.setAttribute('data-ready', '');
