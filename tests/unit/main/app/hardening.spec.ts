import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import about from '../../../../package.json' with { type: 'json' };

const PROJECT = join(import.meta.dirname, '../../../..');

/** Everything that runs in the app, file by file. */
function sources(): ReadonlyMap<string, string> {
  const files = ['main', 'preload', 'renderer', 'core'].flatMap((folder) =>
    readdirSync(join(PROJECT, folder), { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.(tsx?|html|css)$/.test(path))
      .map((path) => join(folder, path)),
  );
  return new Map(files.map((file) => [file, readFileSync(join(PROJECT, file), 'utf8')]));
}

test.each([
  ['opens no address with the system', /openExternal/],
  ['runs no text as code in a page', /executeJavaScript|dangerouslySetInnerHTML|\.innerHTML\b|\beval\(|new Function\(/],
  ['loads no page from a file', /loadFile\(|loadURL\((?!APP_PAGE\))/],
  ['hands no module of Electron’s to its page', /@electron\/remote|enableRemoteModule/],
  ['weakens no guard of Chromium’s', /allowRunningInsecureContent|enableBlinkFeatures|experimentalFeatures|bypassCSP/],
  [
    'speaks to main on the contract’s channels alone',
    /ipcRenderer\.(send|sendSync|postMessage|sendToHost)|ipcMain\.on\b/,
  ],
])('the app %s', (_name, pattern) => {
  const found = [...sources()].filter(([, text]) => pattern.test(text)).map(([file]) => file);
  expect(found).toEqual([]);
});

test('Electron is pinned to the very version that was looked at', () => {
  expect(about.devDependencies.electron).toMatch(/^\d+\.\d+\.\d+$/);
});
