import { expect, test } from 'vitest';
import { launchDetached, launchWatched } from '../../../../main/settings/launch.ts';

const NODE = process.execPath;

test.each([
  ['hands over and ends', ['-e', ''], true],
  // As xdg-open where there is no browser.
  ['ends with a failure at once', ['-e', 'process.exit(3)'], false],
  ['is ended', ['-e', 'process.kill(process.pid)'], false],
  ['stays', ['-e', 'setTimeout(() => {}, 4_000)'], true],
])('a watched program that %s: %s', async (_name, args, launched) => {
  expect(await launchWatched(NODE, args)).toBe(launched);
});

test.each([launchDetached, launchWatched])('a program that is not there is told', async (launch) => {
  expect(await launch('/nowhere/browser', [])).toBe(false);
});

test('a program that was only to be started is not waited for', async () => {
  expect(await launchDetached(NODE, ['-e', 'process.exit(3)'])).toBe(true);
});
