// The sections far below are laid out when they come near, so that the page is there sooner. Once it is, and nothing else is to
// do, each is laid out for good, one at a time: in a picture of the whole page they would be blank.
{
  const SECTIONS = '.changes, .checks, .limits, .glossary, .sources';
  const whenIdle = self.requestIdleCallback ?? (act => setTimeout(act, 200));
  const layOut = () => {
    // Not above the reader, whose place would move with the height.
    const isDue = it => !it.hasAttribute('data-laid-out') && it.getBoundingClientRect().top > innerHeight;
    const section = [...document.querySelectorAll(SECTIONS)].find(isDue);
    if (!section) return;
    section.setAttribute('data-laid-out', '');
    whenIdle(layOut);
  };
  addEventListener('load', () => setTimeout(() => whenIdle(layOut), 1000));
}
