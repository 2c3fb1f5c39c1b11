/**
 * Sends a frame many messages of all kinds, none of which it may take: wrong in version, nonce, type, form or size, and some
 * that only another page could have sent. That the page takes its height as it settles is no answer.
 * @param {string} nonce
 * @returns {Promise<string[]>} what it heard from the frame meanwhile
 */
async function fuzz(nonce) {
  const frame = document.querySelector('iframe'), heard = [];
  addEventListener('message', ({ source, data }) => {
    if (source === frame.contentWindow && data?.['aukus-briefing'] === 1 && data.type !== 'height') heard.push(data.type);
  });
  let seed = 7;
  const random = count => (seed = (seed * 16807) % 2147483647) % count;
  const pick = list => list[random(list.length)];
  const names = ['select', 'theme', 'language', 'height', 'ready', '__proto__', 'constructor', '', 'SELECT', 1, null];
  const texts = ['', 'partner=swe', 'partner=', 'x'.repeat(5000), '../../', 'javascript:alert(1)', '<img src=x onerror=alert(1)>',
    'partner=swe#sources', '%00', '\u0000', '🦘', 'https://example.org/', 'partner=swe&'.repeat(500), '__proto__', 'sources'];
  const values = [...texts, 0, 1, -1, NaN, Infinity, 1e308, null, undefined, true, [], {}, [['select']], new Date(0), new Map(),
    JSON.parse('{"__proto__":{"hacked":1}}'), new Uint8Array(8)];
  const polluted = JSON.parse('{"__proto__":{"hacked":1,"type":"select","query":"partner=swe"},"aukus-briefing":1}');
  for (let sent = 0; sent < 10_000; sent++) {
    const right = { 'aukus-briefing': 1, nonce, type: 'select', query: 'partner=swe', theme: 'dark', language: 'ko' };
    const kind = random(8);
    let message;
    if (kind === 0) message = pick(values);
    else if (kind === 1) message = { ...right, 'aukus-briefing': pick([0, 2, '1', null, true, [1], undefined]) };
    else if (kind === 2) message = { ...right, nonce: pick(['', 'x', null, undefined, 0, [nonce], `${nonce} `]) };
    else if (kind === 3) message = { ...right, type: pick(names.filter(it => it !== 'select' && it !== 'theme')) };
    else if (kind === 4) message = { ...right, query: pick(values.filter(it => !/^(partner=swe|partner=|)$/.test(it) && it !== 'sources' && it !== '__proto__')) };
    else if (kind === 5) message = { ...right, type: 'theme', theme: pick(values) };
    else if (kind === 6) message = polluted;
    else message = { ...right, query: pick(['partner=atlantis', 'pillar=9', 'date=2024-02-30', 'tie=x-y']) };
    frame.contentWindow.postMessage(message, '*');
  }
  await new Promise(next => setTimeout(next, 1500));
  return heard;
}
