/**
 * The values of an embed's `edition` that it does not take as it should.
 * @returns {Promise<string[]>}
 */
async function misreadEditions() {
  const embed = document.querySelector('aukus-briefing');
  const latest = new URL('../aukus-briefing.html', location.href).pathname;
  const wrong = [];
  /** @param {string} value @param {string} expected */
  const check = async (value, expected) => {
    embed.setAttribute('edition', value);
    // The element acts in a microtask.
    await new Promise((done) => setTimeout(done));
    const { pathname } = new URL(embed.shadowRoot.querySelector('iframe').src);
    if (pathname !== expected) wrong.push(`${JSON.stringify(value)}: ${pathname}`);
  };
  for (const value of ['1', '2', '10', '65535']) await check(value, `/editions/${value}/aukus-briefing.html`);
  const hostile = [
    '', ' ', '0', '-1', '+2', '65536', '99999999999999999999', '1e3', '2.0', '2.5', '0x2', '02', ' 2', '2 ', '2\n', '\u0662', '\uff12',
    '2\0', 'NaN', 'Infinity', 'latest', 'true', '..', '../2', '2/../..', '2/../../embed', '2?', '2#', '%32', '2%2f..', '//example.org/2',
    'https://example.org/', 'javascript:alert(1)', 'data:text/html,2', '2,5', '[2]', '2\u2028', '<b>2</b>', '2'.repeat(100_000),
  ];
  for (const value of hostile) {
    embed.setAttribute('edition', '2');
    await check(value, latest);
  }
  embed.removeAttribute('edition');
  return wrong;
}
