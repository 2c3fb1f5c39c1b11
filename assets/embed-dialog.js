// The dialog that builds a snippet for embedding the view that is shown, and shows it in a frame as its readers would see it.
// Nothing is asked for before it is opened.
{
  const root = document.documentElement, protocol = 'aukus-briefing', nonce = 'preview';
  const sandbox = 'allow-scripts allow-popups allow-popups-to-escape-sandbox';
  const find = selector => document.querySelector(`.embed${selector}`);
  const chosen = name => find(` [name=embed-${name}]:checked`).value;
  const escaped = text => text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');
  const attributes = pairs => Object.entries(pairs).map(([name, value]) => ` ${name}="${escaped(`${value}`)}"`).join('');
  const fragment = (...parts) => parts.some(it => it) ? `#${parts.filter(it => it).join('&')}` : '';
  let frame, height = 0;

  function options() {
    const { home = location.href.split(/[?#]/)[0], title, fallback } = find('').dataset;
    const [way, size, theme] = ['way', 'size', 'theme'].map(chosen);
    return {
      way, size, theme, title, fallback,
      view: chosen('start') === 'view' ? root.dataset.view ?? '' : '',
      file: new URL('aukus-briefing.html', home).href,
      script: new URL('embed.js', home).href,
      // The briefing works in no lower box.
      pixels: Math.max(320, Math.round(find('-pixels').value) || 640),
    };
  }

  function snippet({ way, size, theme, view, file, script, pixels, title, fallback }) {
    const box = { fits: 'min-height: 20rem; max-width: 100%; aspect-ratio: 4 / 3', fixed: `height: ${pixels}px`, box: 'min-height: 20rem; aspect-ratio: 4 / 3' }[size];
    const colours = theme === 'auto' ? {} : { theme };
    if (way === 'frame') {
      const src = file + fragment(view, colours.theme && `theme=${theme}`);
      const style = `display: block; width: 100%; ${box}; border: 0`;
      return `<iframe${attributes({ src, title, loading: 'lazy', sandbox, allow: 'clipboard-write' })}\n  ${attributes({ style }).trim()}></iframe>`;
    }
    const fixed = { fixed: { height: pixels }, box: { height: 'box' } }[size];
    const element = attributes({ src: file, ...Object.fromEntries(new URLSearchParams(view)), ...colours, ...fixed });
    const link = attributes({ href: file + fragment(view) });
    return `<${protocol}${element}\n  ${attributes({ style: `display: block; ${box}` }).trim()}>\n  <a${link}>${escaped(fallback)}</a>\n</${protocol}>\n<script${attributes({ src: script })} async></script>`;
  }

  function tell({ theme, view }) {
    const post = message => frame?.contentWindow?.postMessage({ [protocol]: 1, nonce, ...message }, '*');
    post({ type: 'theme', theme });
    post({ type: 'select', query: view });
  }

  function fit({ size, pixels }) {
    if (!frame) return;
    frame.parentElement.dataset.size = size;
    frame.style.height = { fits: height ? `${height}px` : '', fixed: `${pixels}px` }[size] ?? '';
  }

  function update() {
    const fits = find(' [value=fits]'), isFrame = chosen('way') === 'frame';
    // A frame without a script cannot know how high its content is.
    fits.disabled = isFrame;
    if (isFrame && fits.checked) find(' [value=fixed]').checked = true;
    const wanted = options();
    find('-snippet').value = snippet(wanted);
    find('-status').textContent = '';
    tell(wanted);
    fit(wanted);
  }

  function open(opener) {
    const dialog = find(''), stage = find('-stage'), { view, theme, file } = options();
    dialog.showModal();
    if (stage) {
      frame = document.createElement('iframe');
      frame.sandbox = sandbox;
      frame.title = find('-preview h3').textContent;
      frame.src = `${file}#${view}&embed=${nonce}&theme=${theme}`;
      stage.replaceChildren(frame);
    }
    dialog.oninput = update;
    dialog.onclose = () => {
      frame?.remove();
      frame = undefined;
      height = 0;
      opener.focus();
    };
    update();
    find(' input:checked').focus();
  }

  async function copy() {
    const snippet = find('-snippet'), status = find('-status'), { copied, notCopied } = status.dataset;
    try {
      await navigator.clipboard.writeText(snippet.value);
      status.textContent = copied;
    } catch {
      snippet.focus();
      snippet.select();
      // The old way still works on pages that are not served securely.
      status.textContent = document.execCommand('copy') ? copied : notCopied;
    }
  }

  addEventListener('click', ({ target }) => {
    const button = target.closest?.('.embed-open, .embed-close, .embed-copy');
    if (button?.matches('.embed-close')) find('').close();
    else if (button?.matches('.embed-copy')) copy();
    else if (button && root.hasAttribute('data-ready')) open(button);
  });
  addEventListener('message', ({ source, data }) => {
    if (!frame || source !== frame.contentWindow || data?.[protocol] !== 1 || data.nonce !== nonce) return;
    if (data.height > 0) height = data.height;
    // What was chosen while it was loading did not reach it.
    if (data.type === 'ready') tell(options());
    fit(options());
  });
}
