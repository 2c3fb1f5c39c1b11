// Runs before the page is drawn. It says that scripts run; keeps the overview from flashing where the address asks for
// another view; and gives the page back as plain text if the app does not come up. Whoever comes up late is still welcome.
{
  const root = document.documentElement, view = /(?:^|[?#&])(pillar|technology|partner|tie|event|statement|person|date)=/;
  const isReady = () => root.hasAttribute('data-ready');
  const giveUp = () => {
    if (isReady() || root.hasAttribute('data-failed')) return;
    root.setAttribute('data-failed', '');
    root.removeAttribute('data-pending');
    const name = [location.hash, location.search].find(it => view.test(it));
    if (name) document.getElementById(name.slice(1))?.scrollIntoView();
  };
  root.setAttribute('data-script', '');
  if (view.test(location.search) || view.test(location.hash)) root.setAttribute('data-pending', '');
  addEventListener('error', giveUp, true);
  addEventListener('briefing-failed', giveUp);
  addEventListener('unhandledrejection', giveUp);
  setTimeout(giveUp, 20000);
}
