/**
 * Does what the page's policy forbids.
 * @returns {Promise<string[]>} which rules stopped something
 */
async function breakPolicy() {
  const seen = new Set();
  addEventListener('securitypolicyviolation', event => seen.add(event.effectiveDirective));
  const script = document.createElement('script');
  script.textContent = 'window.hacked = 1';
  document.body.append(script);
  const image = new Image();
  image.src = 'http://127.0.0.1:9/x.png';
  document.body.append(image);
  const styled = document.createElement('p');
  styled.setAttribute('style', 'color:red');
  document.body.append(styled);
  fetch('http://127.0.0.1:9/').catch(() => {});
  await new Promise(next => setTimeout(next, 300));
  if (window.hacked) seen.add('hacked');
  return [...seen].sort();
}
