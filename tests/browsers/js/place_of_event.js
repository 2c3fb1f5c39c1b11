/**
 * @param {string} event the id of an event
 * @returns {number[]} where it is on the timeline: across the window, and down, in the row of the years
 */
function placeOfEvent(event) {
  const square = document.querySelector(`.timeline-squares [data-event=${event}] rect`).getBoundingClientRect();
  const years = document.querySelector('.timeline-years').getBoundingClientRect();
  return [square.left + square.width / 2, years.top + years.height / 2].map(Math.round);
}
