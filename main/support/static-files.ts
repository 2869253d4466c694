import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

export interface StaticFile {
  readonly type: string;
  readonly body: Uint8Array;
}

/**
 * A file of the built renderer by the path of its address; null for whatever is none. Only names of plain characters
 * are looked up, so nothing can lead out of the folder.
 */
export async function readStaticFile(folder: string, path: string): Promise<StaticFile | null> {
  const name = path === '/' ? '/index.html' : path;
  const type = TYPES[extname(name)];
  if (type === undefined || !/^(?:\/[\w-][\w.-]*)+$/.test(name) || normalize(name).includes('..')) return null;
  try {
    return { type, body: await readFile(join(folder, name)) };
  } catch {
    return null;
  }
}
