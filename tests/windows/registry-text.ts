import type { AskedKey } from './inside/answers.ts';

/** Regedit text taken apart and put together line by line, apart from the parser that it tests. */

export const HEADER = 'Windows Registry Editor Version 5.00\r\n\r\n';

/** Where the machines’ registries are put side by side, away from what Wine has of its own. */
export const HOMES = 'HKEY_CURRENT_USER\\Software\\Capture Doctor tests';

const KEY = /^\s*\[(HKEY_[^\r\n]*)\]\s*$/;
const NAME = /^\s*(?:@|"((?:[^"\\]|\\.)*)")\s*=/;

export function decodeRegistryText(bytes: Buffer): string {
  const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  return new TextDecoder(utf16 ? 'utf-16le' : 'utf-8').decode(bytes);
}

/** The keys and values that regedit text names, those above included, and one of each that it does not. */
export function askedBy(text: string): readonly AskedKey[] {
  const asked = new Map<string, Set<string>>();
  let names = new Set<string>();
  for (const line of text.split(/\r?\n/)) {
    const key = KEY.exec(line)?.[1];
    if (key !== undefined) names = entry(asked, key);
    const name = NAME.exec(line);
    if (name !== null) names.add((name[1] ?? '').replace(/\\(["\\])/g, '$1'));
  }
  for (const [key, all] of asked) {
    all.add('');
    all.add('no such value');
    entry(asked, `${key.split('\\').slice(0, 3).join('\\')}\\no such key`).add('');
  }
  return [...asked].map(([key, all]) => ({ key, names: [...all] }));
}

function entry(asked: Map<string, Set<string>>, key: string): Set<string> {
  const names = asked.get(key) ?? new Set();
  asked.set(key, names);
  return names;
}

/** The keys of regedit text moved under another key, without the header. */
export function moved(text: string, home: string): string {
  return text.replace(/^[^\r\n]*\r?\n/, '').replace(/^(\s*\[-?)(?=HKEY_)/gm, (start) => `${start}${home}\\`);
}
