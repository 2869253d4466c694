import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { readPlace, rememberPlace } from '../../../../main/app/window-place.ts';
import { StandInWindow, standIn } from './electron-stand-in.ts';

vi.mock('electron', () => standIn);

const FILE = join(mkdtempSync(join(tmpdir(), 'place-')), 'window.json');
const PLACE = { x: 100, y: 80, width: 960, height: 680 };
const SCREENS = {
  getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1440, height: 900 } }] as Electron.Display[],
};

test.each([
  ['where it was', JSON.stringify(PLACE), PLACE],
  ['where enough of it can be seen', JSON.stringify({ ...PLACE, x: 1340 }), { ...PLACE, x: 1340 }],
  ['in the middle, where too little of it could be seen', JSON.stringify({ ...PLACE, x: 1341 }), null],
  ['in the middle, where its screen is gone', JSON.stringify({ ...PLACE, x: -2000 }), null],
  ['in the middle, after nonsense', '{"x":1}', null],
  ['in the middle, after no JSON', 'x', null],
  ['in the middle, after a size of nothing', JSON.stringify({ ...PLACE, width: 0 }), null],
])('the window opens %s', (_name, content, place) => {
  writeFileSync(FILE, content);
  expect(readPlace(FILE, SCREENS)).toEqual(place);
});

test('the window opens in the middle the first time', () => {
  expect(readPlace('/nowhere/window.json', SCREENS)).toBeNull();
});

test('its place is kept when it is closed, and a full disk stops nothing', () => {
  const complaints: string[] = [];
  const window = new StandInWindow({});
  rememberPlace(
    window as never,
    FILE,
    () => PLACE,
    (line) => complaints.push(line),
  );
  window.emit('close');
  expect(JSON.parse(readFileSync(FILE, 'utf8'))).toEqual(PLACE);
  rememberPlace(
    window as never,
    '/nowhere/window.json',
    () => PLACE,
    (line) => complaints.push(line),
  );
  window.emit('close');
  expect(complaints).toEqual([expect.stringContaining('ENOENT')]);
});
