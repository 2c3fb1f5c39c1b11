/**
 * Selects the countries in turn, as a host does.
 * @param {string[]} countries
 * @returns {Promise<number[]>} after how many ms the height came to rest, for each
 */
async function selectInEmbed(countries) {
  const embed = document.querySelector('aukus-briefing'), pauses = [];
  let last = 0;
  addEventListener('message', ({ data }) => { if (data?.type === 'height') last = performance.now(); });
  for (const country of countries) {
    const start = performance.now();
    embed.setAttribute('partner', country);
    await new Promise(wait => setTimeout(wait, 1500));
    if (last > start) pauses.push(last - start);
  }
  return pauses;
}
