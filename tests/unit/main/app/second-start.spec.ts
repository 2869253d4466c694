import { expect, test, vi } from 'vitest';
import { recorded, standIn } from './electron-stand-in.ts';

vi.mock('electron', () => standIn);

test('a second start leaves everything to the first, and ends', async () => {
  vi.spyOn(standIn.app, 'requestSingleInstanceLock').mockReturnValue(false);
  await import('../../../../main/app/index.ts');
  standIn.app.becomeReady();
  await standIn.app.whenReady();
  expect(recorded.quits).toBe(1);
  expect(recorded.windows).toEqual([]);
  expect(recorded.pageHandler).toBeNull();
  expect(recorded.calls.size).toBe(0);
});
