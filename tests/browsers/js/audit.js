/**
 * Runs axe on a part of the page, with every fold of the card open.
 * @param {string | object | null} scope what axe takes as its context; the whole page if there is none
 * @returns {Promise<[string[], string[]]>} each violated rule in a line, and the rules that hold somewhere
 */
async function audit(scope) {
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
  const line = ({ id, impact, nodes }) => {
    const places = nodes.slice(0, 4).map(node => node.target.join(' ')).join(' | ');
    return `${id} (${impact}): ${nodes.length} times, as ${places}: ${nodes[0].failureSummary.replace(/\s+/g, ' ')}`;
  };
  for (const fold of document.querySelectorAll('.card details')) fold.open = true;
  const options = { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations', 'passes'] };
  const found = await axe.run(scope ?? document, options);
  return [found.violations.map(line), found.passes.map(rule => rule.id)];
}
