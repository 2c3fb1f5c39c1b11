/**
 * @param {string} picture a PNG in base64
 * @param {[string, number, number]} part of it: its name, where it begins and how high it is, in px
 * @returns {Promise<number>} how many points of it are dark
 */
async (picture, [, top, height]) => {
  const image = new Image();
  image.src = `data:image/png;base64,${picture}`;
  await image.decode();
  const canvas = Object.assign(document.createElement('canvas'), { width: image.width, height });
  const context = canvas.getContext('2d');
  context.drawImage(image, 0, -top);
  const { data } = context.getImageData(0, 0, image.width, height);
  let dark = 0;
  for (let at = 0; at < data.length; at += 4) if (data[at] + data[at + 1] + data[at + 2] < 300 && data[at + 3] === 255) dark++;
  return dark;
}
