/** @returns {string[]} where in the frame's page the map and the timeline stand */
function standingBoxes() {
  const page = document.querySelector('iframe').contentDocument;
  return ['[data-map-frame]', '[data-timeline]'].map(selector => {
    const { left, top, width, height } = page.querySelector(selector).getBoundingClientRect();
    return `${selector}: ${[left, top, width, height].map(Math.round).join(' ')}`;
  });
}
