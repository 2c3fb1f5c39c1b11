/**
 * Sets attributes of an embed, and takes those away that are null.
 * @param {Record<string, string | null>} attributes
 */
function setAttributes(attributes) {
  const embed = document.querySelector('aukus-briefing');
  for (const [name, value] of Object.entries(attributes))
    if (value === null) embed.removeAttribute(name);
    else embed.setAttribute(name, value);
}
