import { describe, expect, test } from 'vitest';
import { CALL_NAMES, type CallName, channelOf, EVENT_NAMES, type Handlers } from '../../../../core/contract.ts';
import { serve } from '../../../../main/front-end/serve.ts';
import { captureOf, PICTURE } from '../../core/captures.ts';

/** Handlers that only note that they were reached. */
function noting(reached: CallName[]): Handlers {
  const note = (call: CallName) => async () => {
    reached.push(call);
    return null as never;
  };
  return {
    readCase: note('readCase'),
    examine: note('examine'),
    submitCaptures: note('submitCaptures'),
    openSettings: note('openSettings'),
    returnToSite: note('returnToSite'),
    askSystem: note('askSystem'),
    resetDecision: note('resetDecision'),
    readResetCommand: note('readResetCommand'),
    watch: note('watch'),
    readProgress: note('readProgress'),
    keepProgress: note('keepProgress'),
    readWindow: note('readWindow'),
    arrangeWindow: note('arrangeWindow'),
    restart: note('restart'),
    writeReport: note('writeReport'),
    writeForAdministrator: note('writeForAdministrator'),
    saveReport: note('saveReport'),
    mailReport: note('mailReport'),
  };
}

const RIGHT: Readonly<Record<CallName, unknown>> = {
  readCase: null,
  examine: { site: 'https://meet.example.com' },
  submitCaptures: [],
  openSettings: { target: 'sound-input', subject: 'this-app' },
  returnToSite: { subject: 'chrome' },
  askSystem: { medium: 'camera' },
  resetDecision: { medium: 'microphone', subject: 'chrome' },
  readResetCommand: { medium: 'camera', subject: 'this-app' },
  watch: { cause: 'device.none', subject: 'this-app', medium: 'camera' },
  readProgress: null,
  keepProgress: {
    trouble: { cause: 'device.none', subject: 'this-app', medium: 'camera' },
    guide: 'linux.plug-in',
    way: 'plug',
    acted: [],
  },
  readWindow: null,
  arrangeWindow: 'beside',
  restart: null,
  writeReport: { form: 'txt' },
  writeForAdministrator: { cause: 'device.none', subject: 'this-app', medium: 'camera' },
  saveReport: { form: 'html' },
  mailReport: null,
};

const JUNK: readonly unknown[] = [
  undefined,
  7,
  'https://evil.example',
  { __proto__: null, site: 'javascript:alert(1)' },
  { site: 'https://a.example', run: 'calc.exe' },
  [[[]]],
  [{ subject: 'x'.repeat(1e6) }],
  { cause: 'constructor', subject: 'this-app', medium: 'camera' },
  new Array(1000).fill({ subject: 'this-app' }),
];

describe.each(CALL_NAMES)('the call %s', (call) => {
  test('reaches its handler from a trusted page with a right argument', async () => {
    const reached: CallName[] = [];
    const reply = await serve(noting(reached), () => {})({ call, args: [RIGHT[call]], trusted: true });
    expect(reply).toEqual({ ok: true, value: null });
    expect(reached).toEqual([call]);
  });

  test('is refused to a stranger, with junk, and with anything but one argument', async () => {
    const reached: CallName[] = [];
    const complaints: string[] = [];
    const answer = serve(noting(reached), (name, code) => complaints.push(`${name} ${code}`));
    expect(await answer({ call, args: [RIGHT[call]], trusted: false })).toMatchObject({ ok: false, code: 'untrusted' });
    for (const args of [[], [RIGHT[call], RIGHT[call]]]) {
      expect(await answer({ call, args, trusted: true })).toMatchObject({ ok: false, code: 'bad-argument' });
    }
    for (const junk of JUNK) {
      expect(await answer({ call, args: [junk], trusted: true })).toMatchObject({ ok: false, code: 'bad-argument' });
    }
    expect(reached).toEqual([]);
    expect(complaints).toHaveLength(3 + JUNK.length);
    expect(complaints.join()).not.toContain('evil');
  });
});

const TEST = captureOf({ outcome: { kind: 'no-answer' } });
const FAILED = { kind: 'failed', error: 'E', message: 'm', constraint: null };

/** Just within what a call may carry, and just beyond it. */
test.each([
  ['submitCaptures', new Array(16).fill(TEST), new Array(17).fill(TEST)],
  [
    'submitCaptures',
    [{ ...TEST, outcome: { ...FAILED, error: 'E'.repeat(100) } }],
    [{ ...TEST, outcome: { ...FAILED, error: 'E'.repeat(101) } }],
  ],
  [
    'submitCaptures',
    [{ ...TEST, others: new Array(4).fill({ device: 'ordinary', outcome: FAILED }) }],
    [{ ...TEST, others: new Array(5).fill({ device: 'ordinary', outcome: FAILED }) }],
  ],
  [
    'submitCaptures',
    [{ ...TEST, outcome: { kind: 'picture', measured: { ...PICTURE, lumaSeries: new Array(60).fill(1) } } }],
    [{ ...TEST, outcome: { kind: 'picture', measured: { ...PICTURE, lumaSeries: new Array(61).fill(1) } } }],
  ],
  [
    'submitCaptures',
    [{ ...TEST, outcome: { ...FAILED, message: 'm'.repeat(1000) } }],
    [{ ...TEST, outcome: { ...FAILED, message: 'm'.repeat(1001) } }],
  ],
  [
    'openSettings',
    { target: 'sound-input', subject: 's'.repeat(200) },
    { target: 'sound-input', subject: 's'.repeat(201) },
  ],
  ['returnToSite', { subject: 's'.repeat(200) }, { subject: 's'.repeat(201) }],
  [
    'watch',
    { cause: 'device.none', subject: 's'.repeat(200), medium: 'camera' },
    { cause: 'device.none', subject: 's'.repeat(201), medium: 'camera' },
  ],
  ['examine', { ref: 'r'.repeat(64) }, { ref: 'r'.repeat(65) }],
] as const)('%s takes so much and no more', async (call, most, more) => {
  const reached: CallName[] = [];
  const answer = serve(noting(reached), () => {});
  expect(await answer({ call, args: [most], trusted: true })).toMatchObject({ ok: true });
  expect(await answer({ call, args: [more], trusted: true })).toMatchObject({ ok: false, code: 'bad-argument' });
  expect(reached).toEqual([call]);
});

describe('serve', () => {
  test.each(['', 'constructor', '__proto__', 'toString', 'Examine', 'on'])('knows no call %j', async (call) => {
    const answer = serve(noting([]), () => {});
    expect(await answer({ call, args: [null], trusted: true })).toMatchObject({ ok: false, code: 'unknown-call' });
  });

  test('turns a handler that throws into an answer without its words', async () => {
    const failing: Handlers = {
      ...noting([]),
      readCase: async () => {
        throw new Error('/home/mallory/secret');
      },
    };
    const reply = await serve(failing, () => {})({ call: 'readCase', args: [null], trusted: true });
    expect(reply).toEqual({ ok: false, code: 'failed', message: 'The call failed.' });
  });

  test('has a channel of its own for every call and event', () => {
    const channels = [...CALL_NAMES, ...EVENT_NAMES].map(channelOf);
    expect(new Set(channels).size).toBe(CALL_NAMES.length + EVENT_NAMES.length);
  });
});
