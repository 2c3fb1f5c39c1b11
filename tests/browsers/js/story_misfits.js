/**
 * What of a step of the story is not in the window without scrolling, is too small, or lies over something else.
 * @returns {Promise<string[]>}
 */
async function storyMisfits() {
  const wrong = [], { innerWidth: width, innerHeight: height } = window;
  for (let frames = 0; !document.querySelector('[data-tool=story] .story'); frames++) {
    if (frames > 300) return ['no story'];
    await new Promise(requestAnimationFrame);
  }
  await new Promise(next => setTimeout(next, 100));
  scrollTo({ left: 0, top: 0, behavior: 'instant' });
  const parts = ['.story-head', '.story-text', '[data-map-frame]', '.timeline-chart', '.story-ways'];
  const boxes = parts.map(it => document.querySelector(it).getBoundingClientRect());
  boxes.forEach(({ left, top, right, bottom, height: high }, index) => {
    if (left < -1 || top < -1 || right > width + 1 || bottom > height + 1 || high < 20)
      wrong.push(`${parts[index]} from ${Math.round(top)} to ${Math.round(bottom)}, ${Math.round(left)} to ${Math.round(right)}`);
    boxes.slice(index + 1).forEach((other, more) => {
      if (left < other.right - 1 && other.left < right - 1 && top < other.bottom - 1 && other.top < bottom - 1)
        wrong.push(`${parts[index]} and ${parts[index + 1 + more]} overlap`);
    });
  });
  if (boxes[2].height < 120) wrong.push(`the map is ${Math.round(boxes[2].height)} px high`);
  const size = parseFloat(getComputedStyle(document.querySelector('.story-text')).fontSize);
  const least = width === 1920 ? Math.max(28, height * 0.04) : 28;
  if (size < least) wrong.push(`the sentence is of ${size} px`);
  if (document.documentElement.scrollWidth > width) wrong.push(`the page is ${document.documentElement.scrollWidth} px wide`);
  return wrong;
}
