import { describe, expect, test } from 'vitest';
import type { CauseId } from '../../../core/causes/catalogue.ts';
import { CAUSES } from '../../../core/causes/catalogue.ts';
import { type WrongTurn, wrongTurn } from '../../../core/guides/wrong-turn.ts';
import type { Medium } from '../../../core/medium.ts';
import type { Report } from '../../../core/report/schema.ts';
import { examine } from '../../../main/doctor.ts';
import { openMachine } from '../recorded-machines.ts';

const TROUBLE = { cause: 'windows.desktop-apps-off', subject: 'chrome', medium: 'camera' } as const;

type Row = readonly [cause: CauseId, medium: Medium, subject?: string, certainty?: 'certain' | 'possible'];

const { report: EMPTY } = await examine(await openMachine('windows11-healthy-with-browsers'), null);

function reportOf(rows: readonly Row[]): Report {
  const findings = rows.map(([cause, medium, subject = 'chrome', certainty = 'certain']) => {
    const { code, layer, fixableBy } = CAUSES[cause];
    return { cause, code, layer, medium, subject, certainty, fixableBy, guide: null, evidence: [] };
  });
  return { ...EMPTY, findings, undetermined: [] };
}

const CAMERA: Row = ['windows.desktop-apps-off', 'camera'];
const MICROPHONE: Row = ['windows.desktop-apps-off', 'microphone'];

describe('a wrong turn', () => {
  test.each<readonly [string, readonly Row[], readonly Row[], WrongTurn | null]>([
    ['is none while nothing changes', [CAMERA], [CAMERA], null],
    ['is none once the trouble is gone', [CAMERA, MICROPHONE], [MICROPHONE], null],
    ['is none even where both are put right at once', [CAMERA, MICROPHONE], [], null],
    [
      'leads to the page of the other device, whose switch is on now',
      [CAMERA, MICROPHONE],
      [CAMERA],
      { kind: 'other-page', cause: 'windows.desktop-apps-off', medium: 'microphone' },
    ],
    [
      'turns the other device’s switch off',
      [CAMERA],
      [CAMERA, MICROPHONE],
      { kind: 'off-instead', cause: 'windows.desktop-apps-off', medium: 'microphone' },
    ],
    [
      'turns another switch of the same page off',
      [CAMERA],
      [CAMERA, ['windows.apps-access-off', 'camera']],
      { kind: 'off-instead', cause: 'windows.apps-access-off', medium: 'camera' },
    ],
    [
      'is none of what another program’s switches do',
      [CAMERA],
      [CAMERA, ['browser.site-block', 'camera', 'edge']],
      null,
    ],
    [
      'is none of what is only possible',
      [CAMERA],
      [CAMERA, ['browser.site-block', 'camera', 'chrome', 'possible']],
      null,
    ],
    ['is none of what devices do by themselves', [CAMERA], [CAMERA, ['signal.covered', 'camera']], null],
    ['is none where a device comes to be there', [CAMERA, ['device.none', 'microphone']], [CAMERA], null],
  ])('%s', (_name, before, now, turn) => {
    expect(wrongTurn(reportOf(before), reportOf(now), TROUBLE)).toEqual(turn);
  });

  test('is none where the other device’s switch cannot be read any more', () => {
    const unread = {
      rule: 'windows.consent',
      subject: 'chrome',
      medium: 'microphone' as const,
      couldBlock: true,
      missing: ['x'],
    };
    const now = { ...reportOf([CAMERA]), undetermined: [unread] };
    expect(wrongTurn(reportOf([CAMERA, MICROPHONE]), now, TROUBLE)).toBeNull();
  });
});
