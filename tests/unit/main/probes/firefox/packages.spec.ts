import { expect, test } from 'vitest';
import { describeBrowser } from '../../../../../core/browsers/browsers.ts';
import { value } from '../../../../../core/reading.ts';
import { findInstallations } from '../../../../../main/probes/linux/browsers/installations.ts';
import { machineWith } from './machine-with.ts';

const SNAP = { '/snap/firefox/current/meta/snap.yaml': 'name: firefox\nversion: 153.0\n' };
const OLD = '~/snap/firefox/common/.mozilla/firefox';
const NEW = '~/snap/firefox/current/.config/mozilla/firefox';

test.each([
  ['neither place', {}, OLD],
  ['the old place', { [OLD]: '' }, OLD],
  ['the new place', { [NEW]: '' }, NEW],
  ['both', { [OLD]: '', [NEW]: '' }, OLD],
])('a Firefox snap with profiles in %s', async (_where, files, dataFolder) => {
  const programs = { commands: new Map(), desktopFiles: new Map() };
  const found = await findInstallations(await machineWith({ ...SNAP, ...files }), programs, describeBrowser('firefox'));
  expect(found).toMatchObject([{ packaging: 'snap', dataFolder: value(dataFolder) }]);
});
