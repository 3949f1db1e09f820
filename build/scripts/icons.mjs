// Draws the icons of the tray and of the Windows taskbar badge anew, into build/icons/system. Run it by hand after a
// change here; what it draws is committed, because packaging must not need a browser.
import { mkdir, writeFile } from 'node:fs/promises';
import { chromium } from '@playwright/test';
import { findSystemChromium } from './lib/browsers.mjs';
import { mainOnProjectNode } from './lib/node.mjs';
import { inProject } from './lib/project.mjs';

const folder = inProject('build', 'icons', 'system');
/** Between the mark and the dot, so that the dot is seen on any taskbar. */
const gap = '<circle cx="25" cy="25" r="8.5" fill="#000"/>';

/** On a field of 32; bolder than the large mark, whose lines would be hairs at 16 pixels. @param {string} colour */
const mark = (colour) => `<g fill="none" stroke="${colour}" stroke-width="4" stroke-linecap="round">
  <circle cx="16" cy="12.5" r="6.5"/><path d="M12.5 17V26.5"/></g>`;

/** @param {string} content */
const svg = (content) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="32" height="32" viewBox="0 0 32 32">${content}</svg>`;

/** Black and nothing else: macOS colours a template itself, for light, dark and pressed menu bars. */
const template = svg(mark('#000'));

/** On its own tile, since the systems do not say how dark their taskbars are. @param {boolean} due */
const tile = (due) =>
  svg(`<mask id="m"><rect width="32" height="32" fill="#fff"/>${due ? gap : ''}</mask>
    <g mask="url(#m)"><rect x="1" y="1" width="30" height="30" rx="7.5" fill="#3e63dd"/>${mark('#fff')}</g>
    ${due ? '<circle cx="25" cy="25" r="6.5" fill="#ffb224"/>' : ''}`);

/** @param {string} text */
const badge = (text) =>
  svg(`<circle cx="16" cy="16" r="16" fill="#ce2c31"/>
    <text x="16" y="23.5" text-anchor="middle" fill="#fff" font-family="Inter, Arial, sans-serif"
      font-weight="700" font-size="${text.length > 1 ? 19 : 22}">${text}</text>`);

const pictures = [
  { name: 'trayTemplate.png', size: 16, from: template },
  { name: 'trayTemplate@2x.png', size: 32, from: template },
  ...[false, true].flatMap((due) => {
    const name = due ? 'tray-due' : 'tray';
    return [
      { name: `${name}.png`, size: 24, from: tile(due) },
      { name: `${name}@2x.png`, size: 48, from: tile(due) },
    ];
  }),
  ...Array.from({ length: 9 }, (_, index) => ({
    name: `badge-${index + 1}.png`,
    size: 16,
    from: badge(String(index + 1)),
  })),
  { name: 'badge-more.png', size: 16, from: badge('9+') },
];

/** Windows takes from an icon file the size that its display's scale asks for; a PNG would be stretched. */
const icoSizes = [16, 20, 24, 32, 48];

/**
 * One size of an icon file: a bitmap with its rows from the bottom up, in BGRA, and an empty mask after it.
 * @param {number} size @param {Buffer} pixels in RGBA, rows from the top
 */
function bitmap(size, pixels) {
  const header = Buffer.alloc(40);
  header.writeUInt32LE(header.length, 0);
  header.writeInt32LE(size, 4);
  // Twice the height: that of the picture and that of its mask.
  header.writeInt32LE(size * 2, 8);
  header.writeUInt16LE(1, 12);
  header.writeUInt16LE(32, 14);
  const row = size * 4;
  const rows = Array.from({ length: size }, (_, y) => pixels.subarray(y * row, (y + 1) * row)).reverse();
  const upright = Buffer.concat(rows);
  for (let at = 0; at < upright.length; at += 4) {
    const red = upright.readUInt8(at);
    upright.writeUInt8(upright.readUInt8(at + 2), at);
    upright.writeUInt8(red, at + 2);
  }
  return Buffer.concat([header, upright, Buffer.alloc(Math.ceil(size / 32) * 4 * size)]);
}

/** @param {{size: number, pixels: number[]}[]} images */
function ico(images) {
  const head = Buffer.alloc(6);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(images.length, 4);
  const bodies = images.map(({ size, pixels }) => bitmap(size, Buffer.from(pixels)));
  let offset = head.length + 16 * images.length;
  const entries = bodies.map((body, index) => {
    const entry = Buffer.alloc(16, 0);
    entry.fill(images[index]?.size ?? 0, 0, 2);
    entry.writeUInt16LE(1, 4);
    entry.writeUInt16LE(32, 6);
    entry.writeUInt32LE(body.length, 8);
    entry.writeUInt32LE(offset, 12);
    offset += body.length;
    return entry;
  });
  return Buffer.concat([head, ...entries, ...bodies]);
}

/** In the page, and so as text: the drawing as a PNG, and its bytes in RGBA from the top. */
const draw = `async ({ from, size }) => {
  const image = new Image();
  image.src = 'data:image/svg+xml,' + encodeURIComponent(from);
  await image.decode();
  const canvas = Object.assign(document.createElement('canvas'), { width: size, height: size });
  const context = canvas.getContext('2d');
  context.drawImage(image, 0, 0, size, size);
  const pixels = [...context.getImageData(0, 0, size, size).data];
  return { png: canvas.toDataURL('image/png').split(',')[1], pixels };
}`;

await mainOnProjectNode(async () => {
  const executablePath = findSystemChromium();
  const browser = await chromium.launch(executablePath ? { executablePath } : {});
  const page = await browser.newPage();
  /** @param {{from: string, size: number}} drawing @returns {Promise<{png: string, pixels: number[]}>} */
  const drawn = (drawing) => page.evaluate(`(${draw})(${JSON.stringify(drawing)})`);
  await mkdir(folder, { recursive: true });
  for (const { name, ...drawing } of pictures)
    await writeFile(`${folder}/${name}`, Buffer.from((await drawn(drawing)).png, 'base64'));
  for (const due of [false, true]) {
    /** @type {{size: number, pixels: number[]}[]} */
    const images = [];
    for (const size of icoSizes)
      images.push({ size, pixels: (await drawn({ from: tile(due), size })).pixels });
    await writeFile(`${folder}/${due ? 'tray-due' : 'tray'}.ico`, ico(images));
  }
  await browser.close();
  return 0;
});
