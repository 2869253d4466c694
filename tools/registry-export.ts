/** Keys of a regedit export, as the installers of browsers write them. */

interface Client {
  readonly root?: 'HKLM' | 'HKCU';
  readonly name: string;
  readonly title?: string;
  readonly program: string;
  readonly progId?: string;
}

const escaped = (text: string): string => text.replaceAll('\\', '\\\\').replaceAll('"', '\\"');
const ROOTS = { HKLM: 'HKEY_LOCAL_MACHINE\\SOFTWARE', HKCU: 'HKEY_CURRENT_USER\\Software' } as const;

export function key(path: string, values: Readonly<Record<string, string>>): string {
  const lines = Object.entries(values).map(([name, text]) => `${name === '' ? '@' : `"${name}"`}="${escaped(text)}"`);
  return `[${path}]\n${lines.join('\n')}\n`;
}

export function client({ root = 'HKLM', name, title = name, program, progId }: Client): string {
  const path = `${ROOTS[root]}\\Clients\\StartMenuInternet\\${name}`;
  const associations = progId === undefined ? [] : [key(`${path}\\Capabilities\\URLAssociations`, { https: progId })];
  return [key(path, { '': title }), key(`${path}\\shell\\open\\command`, { '': `"${program}"` }), ...associations].join(
    '\n',
  );
}

const HTTPS = 'HKEY_CURRENT_USER\\Software\\Microsoft\\Windows\\Shell\\Associations\\UrlAssociations\\https';
export const chosen = (progId: string): string => key(`${HTTPS}\\UserChoice`, { Hash: 'AAAAAAAAAAA=', ProgId: progId });
export const chosenLately = (progId: string): string => key(`${HTTPS}\\UserChoiceLatest\\ProgId`, { ProgId: progId });

export const appPath = (name: string, program: string, root = 'HKEY_LOCAL_MACHINE\\SOFTWARE'): string =>
  key(`${root}\\Microsoft\\Windows\\CurrentVersion\\App Paths\\${name}`, { '': program });

export const beacon = (product: string, version: string): string =>
  key(`HKEY_CURRENT_USER\\Software\\${product}\\BLBeacon`, { version, failed_count: '0' });

export const registry = (...keys: readonly string[]): string =>
  `Windows Registry Editor Version 5.00\n\n${keys.join('\n')}`.replaceAll('\n', '\r\n');
