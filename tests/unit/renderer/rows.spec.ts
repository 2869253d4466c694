import { describe, expect, test } from 'vitest';
import { diagnose } from '../../../core/diagnose.ts';
import type { Capture } from '../../../core/facts/capture.ts';
import { MEDIA } from '../../../core/medium.ts';
import { absent, value } from '../../../core/reading.ts';
import { buildReport } from '../../../core/report/build.ts';
import type { Report } from '../../../core/report/schema.ts';
import { type Outcomes, rowsOf } from '../../../renderer/app/rows.ts';
import { captureOf, PICTURE, SOUND } from '../core/captures.ts';
import { CAMERA, linuxFacts, SOUND_CARD } from '../core/facts.ts';

const SECRETS = { home: null, userName: null, hostName: null };

const BEGUN = { running: true, isFirst: false };
const DONE = { running: false, isFirst: false };

type Outcome = Capture['outcome'];

const picture = (changes: Partial<typeof PICTURE> = {}): Outcome => ({
  kind: 'picture',
  measured: { ...PICTURE, ...changes },
});
const sound = (changes: Partial<typeof SOUND> = {}): Outcome => ({ kind: 'sound', measured: { ...SOUND, ...changes } });

function reportAfter(camera: Outcome, microphone: Outcome): Report {
  const captures = [captureOf({ outcome: camera }), captureOf({ medium: 'microphone', outcome: microphone })];
  const facts = linuxFacts({
    cameraNodes: value([CAMERA]),
    alsaInputs: value([SOUND_CARD]),
    audioServer: absent,
    desktopPrivacy: absent,
    deviceHolders: absent,
    browsers: value([]),
    browserPermissions: value([]),
    captureTests: value(captures),
  });
  const diagnosis = diagnose(facts, { site: null, media: MEDIA, browser: null });
  return buildReport({ diagnosis, facts, case: null, toolVersion: '0', secrets: SECRETS });
}

/** The rows after a test of both, in one line. */
function told(camera: Outcome, microphone: Outcome): string {
  const outcomes: Outcomes = {
    camera: { device: 'ordinary', outcome: camera },
    microphone: { device: 'ordinary', outcome: microphone },
  };
  const afterwards = inWords(rowsOf(reportAfter(camera, microphone), 'this-app', outcomes, DONE));
  // What the test alone tells, before anything is judged, is the same of the picture and the sound.
  const atOnce = rowsOf(null, 'this-app', outcomes, BEGUN);
  expect(afterwards).toContain(inWords(atOnce.filter(({ name }) => name === 'picture' || name === 'sound')));
  return afterwards;
}

function inWords(rows: ReturnType<typeof rowsOf>): string {
  return rows.map(({ name, state }) => `${name} ${state}`).join(', ');
}

describe('the rows after a test in which', () => {
  test.each<readonly [string, Outcome, Outcome, string]>([
    ['all is well', picture(), sound(), 'device good, system good, picture good, sound good'],
    [
      'the picture is dark and the sound crackles',
      picture({ luma: 2, deviation: 1, texture: 1 }),
      sound({ clipped: 0.5 }),
      'device good, system good, picture flawed, sound flawed',
    ],
    [
      'the camera is covered and nobody spoke',
      picture({ deviation: 0, texture: 0 }),
      sound({ rms: -74, voice: 0 }),
      'device good, system good, picture bad, sound good',
    ],
    [
      'the microphone is silent and the picture has no colour',
      picture({ chroma: 0 }),
      sound({ rms: null }),
      'device good, system good, picture good, sound bad',
    ],
    [
      'a still wall cannot be told from a frozen picture, and samples are no numbers',
      picture({ deviation: 3, texture: 0.5, repeated: 1 }),
      sound({ rms: null, notNumbers: SOUND.samples }),
      'device unknown, system unknown, picture unknown, sound unknown',
    ],
    [
      'it was given up',
      { kind: 'cancelled' },
      { kind: 'cancelled' },
      'device unknown, system unknown, picture unknown, sound unknown',
    ],
  ])('%s', (_name, camera, microphone, rows) => {
    expect(told(camera, microphone)).toBe(rows);
  });

  test('what a report alone tells of them colours the same rows', () => {
    const report = reportAfter(picture({ luma: 2, deviation: 1, texture: 1 }), sound({ rms: null }));
    expect(inWords(rowsOf(report, 'this-app', {}, DONE))).toBe('device good, system good, picture flawed, sound bad');
  });

  test('a test that runs is not judged yet', () => {
    expect(inWords(rowsOf(null, 'this-app', {}, BEGUN))).toBe(
      'device running, system running, picture running, sound running',
    );
  });

  test('of a first report only what stands in the way stays', () => {
    const report = reportAfter(picture(), sound());
    const now = { running: true, isFirst: true };
    expect(inWords(rowsOf(report, 'this-app', {}, now))).toBe(
      'device running, system running, picture running, sound running',
    );
    const found = { ...report, findings: [{ ...STOPPED, subject: 'this-app' }] };
    expect(inWords(rowsOf(found, 'this-app', {}, now))).toBe(
      'device bad, system running, picture running, sound running',
    );
  });
});

const STOPPED: Report['findings'][number] = {
  cause: 'device.none',
  code: 'D01',
  layer: 'device',
  medium: 'camera',
  subject: 'this-app',
  certainty: 'certain',
  fixableBy: 'user',
  guide: null,
  evidence: [],
};
