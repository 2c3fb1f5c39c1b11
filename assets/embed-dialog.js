// The dialog that builds a snippet for embedding the view that is shown, and shows it in a frame as its readers would see
// it. Nothing is asked for before it is opened.
{
  const root = document.documentElement, protocol = 'aukus-briefing', nonce = 'preview';
  const sandbox = 'allow-scripts allow-popups allow-popups-to-escape-sandbox';
  const find = selector => document.querySelector(`.embed${selector}`);
  const chosen = name => find(` [name=embed-${name}]:checked`).value;
  const escaped = text => text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');
  // Attributes without a value are left out.
  const attributes = pairs => pairs.map(([name, value]) => value ? ` ${name}="${escaped(value)}"` : '').join('');
  const element = (name, start, inside = '') => `<${name}${start}>${inside}</${name}>`;
  // No higher than `embed.js` lets a frame be before its reader asks for all of it.
  const most = 720;
  let frame, height = 0, isWhole = false;

  function options() {
    const { home = location.href.split(/[?#]/)[0], title, fallback } = find('').dataset, at = name => new URL(name, home).href;
    const [way, size, theme, start] = ['way', 'size', 'theme', 'start'].map(chosen);
    // Empty for the latest. Browsers may restore a choice that is not offered now.
    const edition = find(' [value=pinned]:checked:enabled') ? find('').dataset.edition : '';
    // The briefing needs that much.
    const pixels = Math.max(320, Math.round(find('-pixels').value) || 640);
    const view = start === 'view' ? root.dataset.view ?? '' : '';
    const latest = at('aukus-briefing.html'), file = edition ? at(`editions/${edition}/aukus-briefing.html`) : latest;
    return { way, size, theme, view, pixels, title, fallback, edition, latest, file, script: at('embed.js') };
  }

  function snippet({ way, size, theme, view, pixels, title, fallback, edition, latest, file, script }) {
    const colours = theme === 'auto' ? '' : theme;
    const room = { fixed: `height: ${pixels}px`, box: 'min-height: 20rem; aspect-ratio: 4 / 3' }[size] ?? `min-height: ${most}px`;
    const address = (...parts) => [file, parts.filter(it => it).join('&')].filter(it => it).join('#');
    if (way === 'frame') {
      const src = address(view, colours && `theme=${colours}`), style = `display: block; width: 100%; ${room}; border: 0`;
      return element('iframe', attributes([
        ['src', src], ['title', title], ['loading', 'lazy'], ['sandbox', sandbox], ['allow', 'clipboard-write'], ['style', style],
      ]));
    }
    const start = attributes([
      ['src', latest], ['edition', edition], ...new URLSearchParams(view), ['theme', colours],
      ['height', { fits: 'auto', fixed: `${pixels}`, box: 'box' }[size]], ['style', `display: block; ${room}`],
    ]);
    const link = element('a', attributes([['href', address(view)]]), escaped(fallback));
    return `${element(protocol, start, `\n  ${link}\n`)}\n${element('script', `${attributes([['src', script]])} async`)}`;
  }

  // Another edition is another page, in another frame: in the same one it would be a step of Back.
  function load({ view, theme, file }) {
    const stage = find('-stage');
    if (!stage || frame?.src.split('#')[0] === file) return;
    height = 0;
    frame = document.createElement('iframe');
    frame.sandbox = sandbox;
    frame.title = find('-preview h3').textContent;
    frame.src = `${file}#${view}&embed=${nonce}&theme=${theme}`;
    stage.replaceChildren(frame);
  }

  // Whether it is still loading or not: what does not reach it then is said again when it is there.
  function show({ size, theme, view, pixels }) {
    if (!frame) return;
    say({ type: 'theme', theme });
    say({ type: 'select', query: view });
    fit({ size, pixels });
  }

  function say(message) {
    frame.contentWindow.postMessage({ [protocol]: 1, nonce, ...message }, '*');
  }

  function fit({ size, pixels }) {
    frame.parentElement.dataset.size = size;
    const capped = size === 'capped' && !isWhole && height > most;
    const wanted = { capped: capped ? most : height, fits: height, fixed: pixels }[size];
    frame.style.height = wanted ? `${wanted}px` : '';
    say({ type: 'capped', capped });
  }

  function update() {
    // A frame without a script cannot know how high its content is.
    for (const size of ['capped', 'fits']) find(` [value=${size}]`).disabled = chosen('way') === 'frame';
    if (find(' [name=embed-size]:checked:disabled')) find(' [value=fixed]').checked = true;
    isWhole = false;
    const wanted = options();
    find('-snippet').value = snippet(wanted);
    find('-status').textContent = '';
    load(wanted);
    show(wanted);
  }

  function open(opener) {
    const dialog = find('');
    root.setAttribute('data-dialog', '');
    dialog.showModal();
    dialog.oninput = update;
    dialog.onclose = () => {
      root.removeAttribute('data-dialog');
      frame?.remove();
      [frame, height] = [undefined, 0];
      opener.focus();
    };
    update();
    find(' input:checked').focus();
  }

  async function copy() {
    const snippet = find('-snippet'), status = find('-status'), { copied, notCopied } = status.dataset;
    const isCopied = await navigator.clipboard?.writeText(snippet.value).then(() => true, () => false);
    if (!isCopied) {
      snippet.focus();
      snippet.select();
    }
    // The old way still works where a page is not served securely.
    status.textContent = isCopied || document.execCommand('copy') ? copied : notCopied;
  }

  addEventListener('click', ({ target }) => {
    const button = target.closest?.('.embed-open, .embed-close, .embed-copy');
    if (button?.matches('.embed-close')) find('').close();
    else if (button?.matches('.embed-copy')) copy();
    else if (button && root.hasAttribute('data-ready')) open(button);
  });
  addEventListener('message', ({ source, data }) => {
    if (!frame || source !== frame.contentWindow || data?.[protocol] !== 1 || data.nonce !== nonce) return;
    height = data.height || height;
    isWhole ||= data.type === 'show-all';
    if (data.type === 'ready') show(options());
    else fit(options());
  });
}
