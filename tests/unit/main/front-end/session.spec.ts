import { expect, test } from 'vitest';
import type { Progress } from '../../../../core/progress.ts';
import { keepInMemory } from '../../../../main/front-end/progress-keeper.ts';
import { startSession } from '../../../../main/front-end/session.ts';
import { openMachine } from '../../recorded-machines.ts';

const PROGRESS: Progress = {
  trouble: { cause: 'browser.site-block', subject: 'chromium', medium: 'camera' },
  guide: 'chrome.site-permission',
  way: 'site',
  acted: ['open'],
};

test('progress is found again by a session about the same case, and by no other', async () => {
  const machine = await openMachine('linux-site-block');
  const keeper = keepInMemory();
  const about = { site: 'https://meet.example.com' };
  const start = (asked: typeof about | null) =>
    startSession({ machine, about: asked, launch: async () => true, emit: () => {}, keeper }).handlers;
  await start(about).keepProgress(PROGRESS);
  expect(await start(about).readProgress(null)).toEqual(PROGRESS);
  expect(await start({ site: 'https://other.example.com' }).readProgress(null)).toBeNull();
  expect(await start(null).readProgress(null)).toBeNull();
  await start(about).keepProgress(null);
  expect(await start(about).readProgress(null)).toBeNull();
});
