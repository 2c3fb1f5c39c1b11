/**
 * Has the boot script read addresses, as they are and as this browser spells them.
 * @param {[address: string, view: string][]} table what is after `?` or `#`, and the view that it names
 * @returns {string[]} what it reads wrong
 */
function misreadAddresses(table) {
  const wrong = [];
  const expect = (part, view) => {
    const read = viewOf(part);
    if (read !== view) wrong.push(`${part} is read as ${read}, not ${view}`);
  };
  for (const [address, view] of table) {
    expect(`#${address}`, view);
    expect(new URL(`#${address}`, location.href).hash, view);
    if (!address.includes('#')) expect(new URL(`?${address}`, location.href).search, view);
  }
  return wrong;
}
