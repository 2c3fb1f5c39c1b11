// The prose that the app reads is in the page already, as text. `#prose` says where: a line for each text, with how many
// steps it is from the one before among all texts of the sections, or after `=` the text itself, where it stands nowhere by
// itself. Put together here, while the page is read, as later others may change the text: to translate it, say.
{
  const prose = document.getElementById('prose'), texts = [];
  for (const section of document.querySelectorAll('#text, #corrections, #limits, #sources')) {
    const nodes = document.createTreeWalker(section, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    while (nodes.nextNode()) {
      const { id, data } = nodes.currentNode;
      // Of `event=…` the id of the event.
      const text = data ?? id.split('=')[1];
      if (text) texts.push(text);
    }
  }
  let at = 0;
  prose.textContent = prose.textContent.split('\n').map(line => line[0] == '=' ? line.slice(1) : texts[at += +line]).join('\n');
}
