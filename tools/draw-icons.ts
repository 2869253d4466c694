import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { findChromium } from '../tests/setup/chromium.ts';

/** What `npm run icons` does: the app’s icon for every system, from the one drawing. */

const BUILD = join(import.meta.dirname, '../build');

/** Pictures of an `.ico`, in pixels. */
const ICO_SIZES = [16, 24, 32, 48, 64, 128, 256] as const;

/** Types of the PNG pictures in an `.icns`, by their size in pixels. */
const ICNS_TYPES = { ic11: 32, ic12: 64, ic07: 128, ic13: 256, ic08: 256, ic14: 512, ic09: 512, ic10: 1024 } as const;

const found = findChromium();
if (found.kind === 'none') throw new Error(`The icons are drawn by Chromium, and ${found.why}`);
const svg = await readFile(join(BUILD, 'icon.svg'), 'utf8');
const browser = await chromium.launch({ executablePath: found.path, chromiumSandbox: false });
const page = await browser.newPage();

async function draw(size: number): Promise<Buffer> {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(`<style>*{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`);
  return page.screenshot({ omitBackground: true });
}

await writeFile(join(BUILD, 'icon.png'), await draw(1024));
await writeFile(join(BUILD, 'icon.ico'), await drawIco());
await writeFile(join(BUILD, 'icon.icns'), await drawIcns());
await browser.close();

/** @see https://learn.microsoft.com/previous-versions/ms997538(v=msdn.10) */
async function drawIco(): Promise<Buffer> {
  const pictures = await inTurn(ICO_SIZES, draw);
  const header = Buffer.alloc(6 + 16 * pictures.length);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(pictures.length, 4);
  let offset = header.length;
  for (const [place, png] of pictures.entries()) {
    const at = 6 + 16 * place;
    // A byte holds up to 255, and 0 stands for 256.
    const size = (ICO_SIZES[place] ?? 0) % 256;
    header.writeUInt8(size, at);
    header.writeUInt8(size, at + 1);
    header.writeUInt16LE(1, at + 4);
    header.writeUInt16LE(32, at + 6);
    header.writeUInt32LE(png.length, at + 8);
    header.writeUInt32LE(offset, at + 12);
    offset += png.length;
  }
  return Buffer.concat([header, ...pictures]);
}

/** @see https://en.wikipedia.org/wiki/Apple_Icon_Image_format */
async function drawIcns(): Promise<Buffer> {
  const entries = await inTurn(Object.entries(ICNS_TYPES), async ([type, size]) => icnsChunk(type, await draw(size)));
  return icnsChunk('icns', Buffer.concat(entries));
}

function icnsChunk(type: string, content: Buffer): Buffer {
  const header = Buffer.alloc(8);
  header.write(type, 'latin1');
  header.writeUInt32BE(content.length + 8, 4);
  return Buffer.concat([header, content]);
}

/** One page draws them all, so each waits for the one before. */
async function inTurn<T, U>(list: readonly T[], make: (each: T) => Promise<U>): Promise<U[]> {
  const made: U[] = [];
  for (const each of list) made.push(await make(each));
  return made;
}
