import type { Capture } from '../../../../../core/facts/capture.ts';
import type { Medium } from '../../../../../core/medium.ts';
import { value } from '../../../../../core/reading.ts';
import type { Row } from '../row.ts';

export const CAPTURE_ROWS: readonly Row[] = [
  ...captured('camera', [
    ['a picture came', picture(40), []],
    ['a picture without texture came', picture(0), ['signal.covered likely']],
    ['no frame came', { kind: 'no-signal' }, ['signal.no-frames certain']],
    ['nobody answered', { kind: 'no-answer' }, ['browser.prompt-pending likely']],
    ['the page has no mediaDevices', { kind: 'no-devices' }, ['site.insecure-origin likely']],
    ['there was no device', failed('NotFoundError'), ['device.none likely']],
    ['it was refused', failed('NotAllowedError'), ['browser.temporary-block likely']],
    [
      'the question was closed',
      failed('NotAllowedError', 'Permission dismissed'),
      ['browser.prompt-dismissed certain'],
    ],
    ['it did not start', failed('NotReadableError'), ['device.in-use possible']],
    ['an error nobody knows came', failed('BrandNewError'), []],
  ]),
  ...captured('microphone', [
    ['a sound came', { kind: 'sound', measured: { rms: -40, samples: 48000 } }, []],
    [
      'nothing but zeros came',
      { kind: 'sound', measured: { rms: null, samples: 48000 } },
      ['signal.digital-silence certain'],
    ],
  ]),
  {
    rule: 'capture.outcome',
    when: 'it was the app itself that refused',
    subject: 'this-app',
    readings: {
      captureTests: value([
        {
          subject: 'this-app',
          medium: 'camera',
          origin: null,
          takenAt: '2026-11-20T09:00:00.000Z',
          outcome: failed('NotAllowedError', 'Permission denied'),
        },
      ]),
      ownDecisions: value([{ medium: 'camera', granted: false }]),
    },
    says: [],
  },
];

function picture(deviation: number): Capture['outcome'] {
  return { kind: 'picture', measured: { width: 640, height: 480, frames: 30, luma: 90, deviation } };
}

function failed(error: string, message = 'Some words of a browser'): Capture['outcome'] {
  return { kind: 'failed', error, message };
}

function captured(
  medium: Medium,
  rows: readonly (readonly [string, Capture['outcome'], readonly string[]])[],
): readonly Row[] {
  return rows.map(([when, outcome, says]) => ({
    rule: 'capture.outcome',
    when,
    medium,
    subject: 'this-app',
    readings: {
      captureTests: value([
        { subject: 'this-app', medium, origin: null, takenAt: '2026-11-20T09:00:00.000Z', outcome },
      ]),
    },
    says,
  }));
}
