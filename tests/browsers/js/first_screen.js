/**
 * What is missing in the window of the frame without scrolling, and what of it is not in its order.
 * @param {boolean} isCountry whether a country is selected, and not the overview shown
 * @returns {string[]}
 */
function firstScreen(isCountry) {
  const frame = document.querySelector('iframe'), page = frame.contentDocument, view = frame.contentWindow;
  const wrong = [], { innerWidth: width, innerHeight: height } = view;
  const isSmall = width <= 384 && height <= 640, isWide = width >= 960;
  view.scrollTo({ left: 0, top: 0, behavior: 'instant' });
  const find = selector => page.querySelector(selector);
  const bar = find('.lenses'), isFixed = view.getComputedStyle(bar).position === 'fixed';
  const edge = isFixed ? bar.getBoundingClientRect().top : height;
  const isShown = it => {
    const box = it.getBoundingClientRect();
    return it.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && box.width > 1 && box.height > 1;
  };
  const seen = (what, it) => {
    if (!it || !isShown(it)) return wrong.push(`no ${what}`);
    const { top, bottom, left, right } = it.getBoundingClientRect();
    if (top < -1 || bottom > edge + 1 || left < -1 || right > width + 1)
      wrong.push(`${what} from ${Math.round(top)} to ${Math.round(bottom)}, and not above ${Math.round(edge)}`);
  };
  const mapSeen = () => {
    const map = find('[data-map-frame]').getBoundingClientRect(), inside = Math.min(map.bottom, edge) - Math.max(map.top, 0);
    const least = isWide ? map.height - 1 : 100;
    if (inside < least) wrong.push(`${Math.round(inside)} px of the map, which begins at ${Math.round(map.top)}, of ${Math.round(least)}`);
  };
  const map = find('[data-map-frame]'), verdict = find('[data-verdict]'), steps = find('.steps, [data-who]');
  const follows = (one, other) => one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING;
  if (steps && !follows(map, steps)) wrong.push('the map does not come before ladder or table in the document');
  if (isCountry) {
    // Of a country that is only mentioned nobody asks whether it is in.
    const name = find('.card').dataset.card, isAnswered = page.getElementById(`partner=${name}`).querySelector('[data-verdict]');
    seen('title', find('.card-title'));
    if (isAnswered) {
      seen('verdict', verdict);
      if (verdict && !follows(verdict, map)) wrong.push('the verdict does not come before the map in the document');
      seen('present step', find('.steps [data-holds]'));
    }
    if (!isSmall) mapSeen();
  } else {
    seen('headline', find('h1.headline'));
    if (!isSmall) seen('standfirst', find('.standfirst'));
    const rows = [...page.querySelectorAll('[data-who] tbody tr')];
    if (rows.length < 4) wrong.push(`${rows.length} rows`);
    for (const row of rows) seen(`row ${row.querySelector('th').textContent.trim()}`, row.querySelector('[data-country]'));
    for (const group of page.querySelectorAll('[data-who] tbody')) seen(`lines of ${group.textContent.trim().slice(0, 20)}`, group);
    if (isSmall) {
      const lines = page.querySelectorAll('[data-who] tbody').length;
      if (lines > 4) wrong.push(`${lines} lines in the table`);
      seen('link to the briefing', find('.open-full'));
    } else {
      seen('latest event', find('.card .events a'));
      mapSeen();
    }
  }
  const timeline = find('[data-timeline]').getBoundingClientRect();
  if (width === 1440 && timeline.top > height - 40) wrong.push(`the timeline begins at ${Math.round(timeline.top)}`);
  return wrong;
}
