/**
 * Words of neighbouring texts of the page with nothing between them: no space, and no element that is a block both by
 * itself, as a translator sees it, and as it is drawn.
 * The first of them will do.
 * @returns {string[]}
 */
() => {
  const block = /^(ADDRESS|ARTICLE|ASIDE|BLOCKQUOTE|D[DLT]|DETAILS|DIALOG|DIV|FIELDSET|FOOTER|H[1-6]|HEADER|LEGEND|LI|MAIN|NAV|[OU]L|P|PRE|SECTION|SUMMARY|TABLE|T[DHR]|TBODY|THEAD)$/;
  const unread = /^(SCRIPT|SELECT|STYLE|SVG|svg|TEXTAREA|TEMPLATE)$/;
  const touching = [];
  let before = '', where = '';
  const visit = node => {
    if (node.nodeType === Node.TEXT_NODE) {
      const text = node.nodeValue;
      if (/[\p{L}\p{N}.,;:!?)\]”’]$/u.test(before) && /^[\p{L}\p{N}]/u.test(text)) {
        touching.push(`${where.slice(-30)}|${text.slice(0, 30)}`);
      }
      if (text) before = where = text;
    }
    if (node.nodeType !== Node.ELEMENT_NODE || unread.test(node.nodeName)) return;
    const { display } = getComputedStyle(node);
    const isApart = block.test(node.nodeName) && !display.startsWith('inline');
    if (isApart) before = '';
    node.childNodes.forEach(visit);
    if (isApart) before = '';
  };
  visit(document.body);
  return touching.slice(0, 20);
}
