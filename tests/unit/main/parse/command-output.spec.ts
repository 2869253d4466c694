import { expect, test } from 'vitest';
import { absent, type Reading, unreadable, value } from '../../../../core/reading.ts';
import { outputOf } from '../../../../main/parse/command-output.ts';

const failed = (stderr: string): Reading<string> => outputOf('tool', value({ code: 1, stdout: 'half', stderr }));

test('what a command printed is read where it ended well, whatever it complained of', () => {
  expect(outputOf('tool', value({ code: 0, stdout: 'all', stderr: 'warning' }))).toEqual(value('all'));
});

test('a command that is not there, or could not be run, says so', () => {
  expect(outputOf('tool', absent)).toEqual(unreadable('tool: it is not installed'));
  expect(outputOf('tool', unreadable('tool: no answer within 100 ms'))).toMatchObject({ kind: 'unreadable' });
});

test.each([
  ['nothing', '', 'tool: it failed with 1'],
  ['a name', 'Anna’s file /Users/anna/secret is not there', 'tool: it failed with 1'],
  ['a number of macOS', '/Users/anna/x: execution error: Not authorized. (-1743)\n', 'tool: it failed with 1 (-1743)'],
  ['a number of Windows', 'C:\\Users\\anna: HRESULT 0x80070005, denied', 'tool: it failed with 1 (0x80070005)'],
  ['a number in a name', 'Anna (1987a) was here', 'tool: it failed with 1'],
])('of a complaint with %s nothing but a number is kept', (_what, stderr, why) => {
  expect(failed(stderr)).toEqual(unreadable(why));
});
