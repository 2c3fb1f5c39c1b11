// Runs before the page is drawn. It says that scripts run; keeps the overview from flashing where the address asks for
// another view; and gives the page back as plain text if the app does not come up. Whoever comes up late is still welcome.
// An app that has trapped is dead, whenever that was, and in WebKit it has happened at random. The address holds the
// whole state, so the page is loaded anew, once; if that is no help, the text is left.
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
  const hasTrapped = ({ error, reason }) => (error ?? reason)?.name === 'RuntimeError';
  const isReloaded = () => performance.getEntriesByType('navigation')[0]?.type === 'reload';
  const fail = event => {
    if (hasTrapped(event)) {
      if (!isReloaded()) return location.reload();
      root.removeAttribute('data-ready');
    }
    giveUp();
  };
  root.setAttribute('data-script', '');
  if (view.test(location.search) || view.test(location.hash)) root.setAttribute('data-pending', '');
  addEventListener('error', fail, true);
  addEventListener('unhandledrejection', fail);
  setTimeout(giveUp, 20000);
}
