// The reader's choice of colours, for this visit: light, dark or as the system has them. Nothing of it is kept. The wish of an
// embedding page counts until there is one (`host.js`), and is what the list shows.
{
  const root = document.documentElement;
  const list = () => document.querySelector('[data-theme-choice]');
  const show = () => { if (list()) list().value = root.dataset.theme ?? 'auto'; };
  addEventListener('DOMContentLoaded', show);
  new MutationObserver(show).observe(root, { attributeFilter: ['data-theme'] });
  addEventListener('change', ({ target }) => {
    if (target !== list()) return;
    root.setAttribute('data-theme-chosen', '');
    if (target.value === 'auto') root.removeAttribute('data-theme');
    else root.setAttribute('data-theme', target.value);
  });
}
