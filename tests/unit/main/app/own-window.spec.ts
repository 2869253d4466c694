import { mkdtempSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { type OwnWindowMeans, ownWindow } from '../../../../main/app/own-window.ts';
import { StandInWindow, standIn } from './electron-stand-in.ts';

vi.mock('electron', () => standIn);

const FOLDER = mkdtempSync(join(tmpdir(), 'own-window-'));

function begin({ file = '', accent = '0a84ffff' }: { file?: string; accent?: string } = {}) {
  const window = new StandInWindow({});
  const done: string[] = [];
  const asked: Electron.SaveDialogOptions[] = [];
  const means: OwnWindowMeans = {
    app: {
      relaunch: (options) => done.push(`relaunch ${options?.args?.join(' ')}`),
      quit: () => done.push('quit'),
    },
    dialog: {
      showSaveDialog: async (
        ...given: [Electron.BaseWindow, Electron.SaveDialogOptions] | [Electron.SaveDialogOptions]
      ) => {
        const options = given.at(-1);
        if (options !== undefined && 'filters' in options) asked.push(options);
        return { canceled: file === '', filePath: file };
      },
    },
    screen: { getDisplayMatching: () => ({ workArea: { x: 0, y: 40, width: 1440, height: 860 } }) as Electron.Display },
    preferences: { getAccentColor: () => accent },
    about: () => ({ ref: 'new', need: ['camera'] }),
  };
  return { window, done, asked, own: ownWindow(() => window as never, means) };
}

describe('beside the settings', () => {
  test('the window is small, in the corner and above the others, and afterwards as it was', () => {
    const { window, own } = begin();
    const before = window.bounds;
    expect(own.shape()).toBe('usual');
    own.arrange('beside');
    expect(own.shape()).toBe('beside');
    expect(window.bounds).toEqual({ x: 1064, y: 364, width: 360, height: 520 });
    expect(window.isOnTop).toBe(true);
    own.arrange('usual');
    expect([window.bounds, window.isOnTop, own.shape()]).toEqual([before, false, 'usual']);
  });

  test('twice is once, and its usual place is what is remembered', () => {
    const { window, own } = begin();
    const before = window.bounds;
    own.arrange('beside');
    own.arrange('beside');
    expect(own.usualPlace()).toEqual(before);
    own.arrange('usual');
    own.arrange('usual');
    expect(window.bounds).toEqual(before);
  });

  test('it leaves a full screen first, and takes its place when it has', () => {
    const { window, own } = begin();
    window.fullScreen = true;
    const leave = vi.spyOn(window, 'setFullScreen').mockImplementation(() => {});
    const before = window.bounds;
    own.arrange('beside');
    expect(leave).toHaveBeenCalledWith(false);
    expect(window.bounds).toEqual(before);
    window.emit('leave-full-screen');
    expect(window.bounds).toMatchObject({ width: 360, height: 520 });
  });

  test('it is as large afterwards as it was', () => {
    const { window, own } = begin();
    window.maximized = true;
    own.arrange('beside');
    expect(window.maximized).toBe(false);
    own.arrange('usual');
    expect(window.maximized).toBe(true);
  });
});

describe('a report', () => {
  test('is saved where the person chose, for them alone', async () => {
    const file = join(FOLDER, 'report.html');
    const { own, asked } = begin({ file });
    expect(await own.save('capture-doctor-report.html', 'html', 'words')).toEqual({ kind: 'saved' });
    expect(asked).toEqual([
      { defaultPath: 'capture-doctor-report.html', filters: [{ name: 'HTML', extensions: ['html'] }] },
    ]);
    expect(readFileSync(file, 'utf8')).toBe('words');
    if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  test('is saved nowhere where the person thought better of it', async () => {
    expect(await begin().own.save('x.txt', 'txt', 'words')).toEqual({ kind: 'cancelled' });
  });

  test('that cannot be written is told as that', async () => {
    const { own } = begin({ file: join(FOLDER, 'nowhere', 'x.txt') });
    expect(await own.save('x.txt', 'txt', 'words')).toMatchObject({
      kind: 'not-saved',
      why: expect.stringContaining('ENOENT'),
    });
  });
});

test('a restart begins the new one about what this is about by now, and ends this', () => {
  const { own, done } = begin();
  const before = process.argv;
  process.argv = ['/opt/app', '--flag', 'Capture-Doctor:case?ref=old', '--other'];
  try {
    own.restart();
  } finally {
    process.argv = before;
  }
  expect(done).toEqual(['relaunch --flag --other capture-doctor:case?ref=new&need=camera', 'quit']);
});

test.each([
  ['0a84ffff', '#0a84ff'],
  ['0A84FF', '#0a84ff'],
  ['', null],
  ['red; x', null],
])('the accent colour %j is %j', (accent, told) => {
  expect(begin({ accent }).own.accent()).toBe(told);
});

test('a system without an accent colour tells none', () => {
  const means = { app: standIn.app, dialog: {}, screen: {}, preferences: {} };
  expect(ownWindow(() => null, means as never).accent()).toBeNull();
});
