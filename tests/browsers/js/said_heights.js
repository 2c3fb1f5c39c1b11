/**
 * Gives the frame a size.
 * @param {number} width
 * @param {number} height
 * @returns {Promise<number[]>} the heights that its page then says, until it is silent
 */
async function saidHeights(width, height) {
  const frame = document.querySelector('iframe'), said = [];
  const hear = ({ source, data }) => {
    if (source === frame.contentWindow && data?.type === 'height') said.push(data.height);
  };
  addEventListener('message', hear);
  frame.style.width = `${width}px`;
  frame.style.height = `${height}px`;
  await new Promise(next => setTimeout(next, 450));
  removeEventListener('message', hear);
  return said;
}
