import { describe, expect, test } from 'vitest';
import type { Case } from '../../../core/case.ts';
import { diagnose } from '../../../core/diagnose.ts';
import type { Capture } from '../../../core/facts/capture.ts';
import { MEDIA } from '../../../core/medium.ts';
import { absent, value } from '../../../core/reading.ts';
import { buildReport } from '../../../core/report/build.ts';
import type { Report } from '../../../core/report/schema.ts';
import { parseSite } from '../../../core/site.ts';
import { everythingWorks, mostTelling } from '../../../renderer/app/telling.ts';
import { captureOf, PICTURE, SOUND } from '../core/captures.ts';
import { CAMERA, linuxFacts, SOUND_CARD } from '../core/facts.ts';

const SECRETS = { home: null, userName: null, hostName: null };

/** What is said of a computer on which nothing stands in the way, after these tests. */
function reportAfter(captures: readonly Capture[], about: Case | null = null): Report {
  const facts = linuxFacts({
    cameraNodes: value([CAMERA]),
    alsaInputs: value([SOUND_CARD]),
    audioServer: absent,
    desktopPrivacy: absent,
    deviceHolders: absent,
    browsers: value([]),
    browserPermissions: value([]),
    captureTests: captures.length === 0 ? absent : value([...captures]),
  });
  const site = about?.site === undefined ? null : parseSite(about.site);
  const question = { site: typeof site === 'string' ? null : site, media: about?.need ?? MEDIA, browser: null };
  return buildReport({ diagnosis: diagnose(facts, question), facts, case: about, toolVersion: '0', secrets: SECRETS });
}

const picture = captureOf({ outcome: { kind: 'picture', measured: PICTURE } });
const sound = captureOf({ medium: 'microphone', outcome: { kind: 'sound', measured: SOUND } });
const failed = (error: string) => captureOf({ outcome: { kind: 'failed', error, message: '', constraint: null } });

describe('proof', () => {
  test('is a picture and a sound that came', () => {
    expect(everythingWorks(reportAfter([picture, sound]), 'this-app')).toBe(true);
  });

  const NO_PROOF: readonly (readonly [string, readonly Capture[]])[] = [
    ['nothing was tested', []],
    ['only the sound was tested', [sound]],
    ...['NotReadableError', 'AbortError', 'SecurityError', 'OverconstrainedError', 'NotAllowedError', 'EbenNeu'].map(
      (error): readonly [string, readonly Capture[]] => [
        `the camera has just failed with ${error}`,
        [picture, failed(error), sound],
      ],
    ),
    [
      'the picture was without texture',
      [
        captureOf({
          outcome: {
            kind: 'picture',
            measured: { ...PICTURE, luma: 0, deviation: 0, texture: 0, chroma: 0, black: 1 },
          },
        }),
        sound,
      ],
    ],
    [
      'every sample was zero',
      [picture, captureOf({ medium: 'microphone', outcome: { kind: 'sound', measured: { ...SOUND, rms: null } } })],
    ],
    ['another program’s test worked', [{ ...picture, subject: 'chrome' }, sound]],
  ];

  test.each(NO_PROOF)('is none where %s', (_name, captures) => {
    expect(everythingWorks(reportAfter(captures), 'this-app')).toBe(false);
  });

  test('of the microphone is enough where nothing else is needed', () => {
    expect(everythingWorks(reportAfter([sound], { need: ['microphone'] }), 'this-app')).toBe(true);
  });
});

describe('the sentence is about', () => {
  const [app] = reportAfter([]).subjects;
  const verdict = (state: 'ready' | 'blocked') => ({ state, rootCause: null, also: [] });
  const someone = (id: string, state: 'ready' | 'blocked', isDefault = false): Report['subjects'][number] => ({
    ...(app ?? { id, name: id, profile: null }),
    id,
    kind: id === 'this-app' ? 'app' : 'browser',
    isDefault,
    camera: verdict(state),
    microphone: verdict('ready'),
  });

  test.each([
    ['this app where there is no browser', [someone('this-app', 'ready')], {}, 'this-app'],
    [
      'the default browser where all is well',
      [someone('this-app', 'ready'), someone('chrome', 'ready'), someone('b', 'ready', true)],
      {},
      'b',
    ],
    [
      'the default browser where it is stopped as well as this app',
      [someone('this-app', 'blocked'), someone('b', 'blocked', true)],
      {},
      'b',
    ],
    [
      'this app where the default browser is not stopped',
      [someone('this-app', 'blocked'), someone('chrome', 'blocked'), someone('b', 'ready', true)],
      {},
      'this-app',
    ],
    [
      'another browser that is stopped',
      [someone('this-app', 'ready'), someone('chrome', 'blocked'), someone('b', 'ready', true)],
      {},
      'chrome',
    ],
    [
      'the browser that support names',
      [someone('this-app', 'blocked'), someone('chrome', 'ready'), someone('b', 'blocked', true)],
      { browser: 'chrome' as const },
      'chrome',
    ],
  ] as const)('%s', (_name, subjects, about, whom) => {
    expect(mostTelling({ ...reportAfter([]), subjects: [...subjects], case: about })).toBe(whom);
  });
});
