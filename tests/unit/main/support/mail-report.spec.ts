import { expect, test } from 'vitest';
import { examine } from '../../../../main/doctor.ts';
import { speak } from '../../../../main/speech.ts';
import { mailAddress, mailReport } from '../../../../main/support/mail-report.ts';
import { openMachine, readCase } from '../../recorded-machines.ts';

async function reportOf(name: string) {
  return (await examine(await openMachine(name), readCase(name))).report;
}

test('a mail holds the report in words, and goes to nobody', async () => {
  const address = mailAddress(await reportOf('linux-no-camera'), await speak(null));
  expect(address).toMatch(/^mailto:\?subject=/);
  const body = new URLSearchParams(address.slice(address.indexOf('?'))).get('body');
  expect(body).toContain('This computer has no camera.');
  expect(body).toContain('\r\n');
});

test('a long report is cut at a line, and says so', async () => {
  const report = await reportOf('linux-site-block');
  const subjects = Array.from({ length: 60 }, (_, place) => ({ ...report.subjects[0], id: `chromium:${place}` }));
  const address = mailAddress({ ...report, subjects } as typeof report, await speak(null));
  expect(address.length).toBeLessThanOrEqual(2_000);
  const body = new URLSearchParams(address.slice(address.indexOf('?'))).get('body');
  expect(body?.split('\r\n').at(-1)).toBe('The rest is in the report itself: please attach it.');
});

test.each([
  ['linux-healthy-laptop', /xdg-open$/],
  ['macos-26-healthy-plain', /^\/usr\/bin\/open$/],
  ['windows11-healthy-plain', /^C:\\Windows\\System32\\rundll32\.exe$/i],
])('on %s the system’s own program opens it', async (name, program) => {
  const machine = await openMachine(name);
  const started: string[] = [];
  const outcome = await mailReport(machine, await reportOf(name), await speak(null), async (each, args) => {
    started.push(each);
    expect(args.at(-1)).toMatch(/^mailto:/);
    return true;
  });
  if (outcome.kind === 'opened') expect(started).toEqual([expect.stringMatching(program)]);
  else expect(started).toEqual([]);
});

test('without a mail program it is said that there is none', async () => {
  const machine = await openMachine('macos-26-healthy-plain');
  const outcome = await mailReport(machine, await reportOf('linux-no-camera'), await speak(null), async () => false);
  expect(outcome).toEqual({ kind: 'not-opened', why: 'no mail program could be started' });
});
