// Clicks on a country in every frame from the first paint on, and keeps when its name is the title of the card that is seen.
(function frame() {
  const link = document.querySelector('.map-marker[data-country=kor]');
  const titles = [...document.querySelectorAll('.card-title')].filter(it => it.checkVisibility({ visibilityProperty: true }));
  if (link && titles.some(it => it.textContent === link.querySelector('.map-name').textContent)) window.answered = performance.now();
  else {
    if (performance.getEntriesByName('first-contentful-paint').length) link?.click();
    requestAnimationFrame(frame);
  }
})();
