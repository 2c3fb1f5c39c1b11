/** @returns {string[]} where in the frame's page the map and the timeline stand */
function standingBoxes() {
  const page = document.querySelector('iframe').contentDocument;
  return ['[data-map-frame]', '[data-timeline]'].map(selector => {
    const { left, top, width, height } = page.querySelector(selector).getBoundingClientRect();
    // The list of the timeline, where it is unfolded, is as long as what is known.
    const sizes = selector === '[data-timeline]' ? [width] : [width, height];
    return `${selector}: ${[left, top, ...sizes].map(Math.round).join(' ')}`;
  });
}
