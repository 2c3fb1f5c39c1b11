/** @returns {string[]} the ties drawn in the frame of the empty page that have neither their name nor a number there, or are not named below it so */
function namelessTies() {
  const page = document.querySelector('iframe').contentDocument;
  const isSeen = it => it?.checkVisibility({ visibilityProperty: true, opacityProperty: true }) ?? false;
  return [...page.querySelectorAll('.map-line:not([data-shared])')].flatMap(line => {
    const tie = line.getAttribute('href').replace('#map-', '');
    const [name, number, below] = ['.map-tie', '.map-number', '.caption a'].map(it => page.querySelector(`${it}[data-tie=${tie}]`));
    const hasNumber = isSeen(number), said = (below?.querySelector('b').textContent ?? '').trim();
    if (!isSeen(below)) return [`${tie} is not named below the map`];
    if (said !== (hasNumber ? number.textContent : '')) return [`${tie} is ${said} below the map, and ${number.textContent} on it`];
    return isSeen(name) || hasNumber ? [] : [`${tie} has neither name nor number on the map`];
  });
}
