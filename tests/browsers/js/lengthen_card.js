/**
 * Makes the open card long, with a link at its end.
 * @param {string} href where the link leads
 */
function lengthenCard(href) {
  const room = document.createElement('div'), link = document.createElement('a');
  room.style.height = '5000px';
  link.href = href;
  link.textContent = 'The last link';
  link.dataset.last = '';
  document.querySelector('.card').append(room, link);
}
