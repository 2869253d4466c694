import type { Capture } from '../../../../../core/facts/capture.ts';
import { value } from '../../../../../core/reading.ts';
import { captureOf, PICTURE, SOUND } from '../../captures.ts';
import type { Row } from '../row.ts';

const PLAIN = { muted: false, mutes: 0, ended: false };
const working: Capture['others'] = [{ device: 'ordinary', outcome: { kind: 'picture', measured: PICTURE } }];
const silent: Capture['outcome'] = { kind: 'sound', measured: { ...SOUND, rms: null } };

const notNumbers = sounded({ rms: null, zero: 1, notNumbers: SOUND.samples });

/** What else there is to a test beside the picture, the sound and the errors, which have tables of their own. */
export const CAPTURE_ROWS: readonly Row[] = [
  ...captured([
    ['a picture came', {}, []],
    ['the picture is flat', pictured({ deviation: 0, texture: 0 }), ['signal.covered likely']],
    ['no frame came', { outcome: noSignal({}) }, ['signal.no-frames certain']],
    ['no frame came from a muted source', { outcome: noSignal({ muted: true }) }, ['signal.muted certain']],
    [
      'Firefox opened a camera that another program has',
      { outcome: noSignal({ muted: true }), engine: { name: 'gecko', version: 153 } },
      ['signal.muted certain', 'device.in-use possible'],
    ],
    [
      'nobody answered the question',
      { outcome: { kind: 'no-answer' }, request: { permissionAfter: 'prompt' } },
      ['browser.prompt-pending likely'],
    ],
    ['the device hangs, with leave given', { outcome: { kind: 'no-answer' } }, ['device.stuck possible']],
    [
      'Firefox, which asks in spite of leave, is not answered',
      { outcome: { kind: 'no-answer' }, engine: { name: 'gecko', version: 153 } },
      ['browser.prompt-pending likely'],
    ],
    [
      'an insecure page has no mediaDevices',
      { outcome: { kind: 'no-devices' }, request: { secure: false } },
      ['site.insecure-origin likely'],
    ],
    ['a secure page has no mediaDevices', { outcome: { kind: 'no-devices' } }, ['browser.media-disabled likely']],
    ['it could not be measured', { outcome: { kind: 'not-measured', why: 'page-hidden' } }, []],
    ['it was given up', { outcome: { kind: 'cancelled' } }, []],
    [
      'it was unplugged in the middle',
      { ...pictured({ track: { ...PLAIN, ended: true } }), request: { listed: 0 } },
      ['device.none likely'],
    ],
    [
      'its leave was taken away in the middle',
      { ...pictured({ track: { ...PLAIN, ended: true } }), request: { permissionAfter: 'denied' } },
      ['browser.site-block likely'],
    ],
    [
      'its leave was forgotten in the middle',
      { ...pictured({ track: { ...PLAIN, ended: true } }), request: { permissionAfter: 'prompt' } },
      ['browser.prompt-pending likely'],
    ],
    [
      'it ended for no reason that can be seen',
      pictured({ track: { ...PLAIN, ended: true } }),
      ['signal.no-frames likely'],
    ],
    [
      'the chosen camera is busy and another works',
      { outcome: failed('NotReadableError', 'Could not start video source'), others: working },
      ['signal.wrong-device certain', 'device.in-use possible', 'device.stuck possible'],
    ],
    [
      'the chosen camera is gone and another works',
      { outcome: { ...failed('OverconstrainedError', ''), constraint: 'deviceId' }, others: working },
      ['signal.wrong-device certain'],
    ],
    [
      'a wish about the camera is not met and another works',
      { outcome: failed('OverconstrainedError', ''), others: working },
      [],
    ],
    [
      'the chosen camera is covered and another works',
      { ...pictured({ deviation: 0, texture: 0 }), others: working },
      ['signal.wrong-device possible', 'signal.covered likely'],
    ],
    [
      'the chosen camera is a program’s stand-in and another works',
      { device: 'virtual', ...pictured({ repeated: 1 }), others: working },
      ['signal.wrong-device certain', 'signal.virtual-camera certain'],
    ],
    [
      'the chosen camera is a program’s stand-in and so is the other',
      {
        device: 'virtual',
        ...pictured({ repeated: 1 }),
        others: [{ device: 'virtual', ...pictured({ repeated: 1 }) }],
      },
      ['signal.virtual-camera certain'],
    ],
    [
      'the chosen camera is refused and another worked',
      { outcome: failed('NotAllowedError', 'Permission dismissed'), others: working },
      ['browser.prompt-dismissed certain'],
    ],
  ]),
  ...captured(
    [
      ['a sound came', {}, []],
      ['nothing but zeros came', { outcome: silent }, ['signal.digital-silence likely']],
      [
        'nothing but zeros came, and another microphone works',
        { outcome: silent, others: [{ device: 'ordinary', outcome: { kind: 'sound', measured: SOUND } }] },
        ['signal.wrong-device likely', 'signal.digital-silence likely'],
      ],
      ['nothing came but what is no number', { outcome: notNumbers }, []],
      [
        'it was unplugged in the middle',
        { outcome: sounded({ track: { ...PLAIN, ended: true } }), request: { listed: 0 } },
        ['device.unplugged likely'],
      ],
    ],
    { medium: 'microphone', outcome: { kind: 'sound', measured: SOUND } },
  ),
  {
    rule: 'capture.outcome',
    when: 'it was the app itself that refused',
    subject: 'this-app',
    readings: {
      captureTests: value([captureOf({ outcome: failed('NotAllowedError', 'Permission denied') })]),
      ownDecisions: value([{ medium: 'camera', granted: false }]),
    },
    says: [],
  },
  ...captured(
    [
      ['a picture came', {}, []],
      ['the cause is sure', pictured({ deviation: 0, texture: 0 }), []],
      ['the cause is only possible', { outcome: failed('NotReadableError', 'Could not start') }, ['undetermined']],
      [
        'the chosen device is gone, and no other was tested',
        { outcome: { ...failed('OverconstrainedError', ''), constraint: 'deviceId' } },
        ['undetermined'],
      ],
      ['an error nobody knows came', { outcome: failed('BrandNewError', 'Some words') }, ['undetermined']],
      ['it could not be measured', { outcome: { kind: 'not-measured', why: 'sound-suspended' } }, ['undetermined']],
      ['it was given up', { outcome: { kind: 'cancelled' } }, []],
      ['nothing came but what is no number', { medium: 'microphone', outcome: notNumbers }, ['undetermined']],
      [
        'less than one step of 16 bits came',
        { medium: 'microphone', outcome: sounded({ rms: -93, voice: 0 }) },
        ['undetermined'],
      ],
    ],
    {},
    'capture.unexplained',
  ),
];

function failed(error: string, message: string): Extract<Capture['outcome'], { kind: 'failed' }> {
  return { kind: 'failed', error, message, constraint: null };
}

function noSignal(track: Partial<typeof PLAIN>): Capture['outcome'] {
  return { kind: 'no-signal', milliseconds: 4_000, track: { ...PLAIN, ...track } };
}

function pictured(measured: Partial<typeof PICTURE>): Pick<Capture, 'outcome'> {
  return { outcome: { kind: 'picture', measured: { ...PICTURE, ...measured } } };
}

function sounded(measured: Partial<typeof SOUND>): Capture['outcome'] {
  return { kind: 'sound', measured: { ...SOUND, ...measured } };
}

type Changes = Parameters<typeof captureOf>[0];

function captured(
  rows: readonly (readonly [string, Changes, readonly string[]])[],
  always: Changes = {},
  rule = 'capture.outcome',
): readonly Row[] {
  return rows.map(([when, changes, says]) => ({
    rule,
    when: `${when}${always.medium === 'microphone' ? ' (microphone)' : ''}`,
    medium: changes.medium ?? always.medium ?? 'camera',
    subject: 'this-app',
    readings: { captureTests: value([captureOf({ ...always, ...changes })]) },
    says,
  }));
}
