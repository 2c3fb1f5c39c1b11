/**
 * Loads the briefing into the frame of the empty page.
 * @param {{src?: string, srcdocOf?: string, sandbox?: string, width: number, height: number}} wanted `srcdocOf`: the page at
 *   this address, without an address of its own
 * @returns {Promise<{query: string, nonce: string}>} what it says once it is ready
 */
async function loadEmbed({ src, srcdocOf, sandbox, width, height }) {
  const frame = document.querySelector('iframe');
  frame.style.cssText = `width:${width}px;height:${height}px`;
  if (sandbox) frame.setAttribute('sandbox', sandbox);
  const ready = new Promise(done => addEventListener('message', ({ source, data }) => {
    if (source === frame.contentWindow && data?.['aukus-briefing'] === 1 && data.type === 'ready') done(data);
  }));
  if (srcdocOf) frame.srcdoc = await (await fetch(srcdocOf)).text();
  else frame.src = src;
  return ready;
}
