import { expect, test } from 'vitest';
import { caseSchema } from '../../../../core/case.ts';
import { value } from '../../../../core/reading.ts';
import { returnAddress } from '../../../../core/return-address.ts';
import type { Subject } from '../../../../core/subject.ts';
import { openReturn } from '../../../../main/settings/open-return.ts';
import { CHROMIUM } from '../../core/facts.ts';
import { openMachine } from '../../recorded-machines.ts';

const SITE = 'https://meet.example.com';
const RETURN = 'https://check.example.com/step/3?id=48';
const chromium: Subject = { id: 'chromium', kind: 'browser', name: 'Chromium', browser: CHROMIUM, profile: 'Default' };
const app: Subject = { id: 'this-app', kind: 'app', name: 'Capture Doctor' };

test.each([
  ['the page of the case before its site', { site: SITE, return: RETURN }, RETURN],
  ['the site where the case names no page', { site: SITE }, `${SITE}/`],
  [
    'an address as it is read, and not as it is written',
    { return: ' HTTPS://Check.Example.com/a b ' },
    'https://check.example.com/a%20b',
  ],
  ['nowhere without either', { ref: '48' }, null],
  ['nowhere without a case', null, null],
] as const)('the way back leads to %s', (_name, about, address) => {
  expect(returnAddress(about === null ? null : caseSchema.parse(about))).toBe(address);
});

async function goBack(subject: Subject | null, about: unknown = { site: SITE, return: RETURN }, starts = true) {
  const launched: string[][] = [];
  const linux = await openMachine('linux-healthy-laptop');
  const opener = value(['xdg-open']);
  const machine = {
    ...linux,
    env: { get: (name: string) => (name === 'PATH' ? value('/usr/bin') : linux.env.get(name)) },
    files: {
      ...linux.files,
      list: async (folder: string) => (folder === '/usr/bin' ? opener : linux.files.list(folder)),
    },
  };
  const outcome = await openReturn(machine, caseSchema.nullable().parse(about), subject, async (program, args) => {
    launched.push([program, ...args]);
    return starts;
  });
  return { outcome: outcome.kind, launched };
}

test('the person goes back in the very profile that it was about', async () => {
  expect(await goBack(chromium)).toEqual({
    outcome: 'opened',
    launched: [['/usr/bin/chromium', '--profile-directory=Default', RETURN]],
  });
});

test.each([
  ['this app', app],
  ['nobody that is known', null],
] as const)('about %s, the system’s own choice of a browser opens it', async (_name, subject) => {
  expect(await goBack(subject)).toEqual({ outcome: 'opened', launched: [['/usr/bin/xdg-open', RETURN]] });
});

test('a program that does not start, and a case without a site, are said', async () => {
  expect(await goBack(app, { site: SITE }, false)).toMatchObject({ outcome: 'not-opened' });
  expect(await goBack(chromium, null)).toEqual({ outcome: 'not-opened', launched: [] });
});

test('an address that is not https never becomes one to go back to', () => {
  for (const address of ['http://x.example', 'javascript:alert(1)', 'file:///etc/passwd', '--flag']) {
    expect(caseSchema.safeParse({ return: address }).success).toBe(false);
  }
});
