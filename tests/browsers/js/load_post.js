/**
 * Makes the empty page a long post with an element in the midst, brings a place of it into view, and only then gives the
 * element its address.
 * @param {string} name of the element
 * @param {Record<string, string>} attributes
 * @param {{ above: number, below: number, scrolled: number, isInner?: boolean }} post how many paragraphs stand above and
 *   below the element, each 50 px high; where the post is scrolled to, and whether in a box of its own
 */
async function loadPost(name, { src, ...attributes }, { above, below, scrolled, isInner }) {
  const post = document.createElement('main');
  post.style.cssText = isInner ? 'display:block;height:500px;overflow-y:scroll' : 'display:block';
  const paragraphs = count => Array.from({ length: count }, (_, at) => {
    const it = document.createElement('p');
    it.textContent = `Paragraph ${at}`;
    it.style.cssText = 'margin:0;height:50px';
    return it;
  });
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  post.append(...paragraphs(above), element, ...paragraphs(below));
  document.body.replaceChildren(post);
  (isInner ? post : document.scrollingElement).scrollTop = scrolled;
  await new Promise(done => requestAnimationFrame(() => setTimeout(done, 50)));
  element.setAttribute('src', src);
  if (name === 'iframe') return;
  const script = document.createElement('script');
  script.src = '/embed.js';
  document.head.append(script);
  await customElements.whenDefined(name);
  // What is out of sight is loaded late, if at all.
  await new Promise(done => setTimeout(done, 50));
  element.shadowRoot.querySelector('iframe').loading = 'eager';
}
