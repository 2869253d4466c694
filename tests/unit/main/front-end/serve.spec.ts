import { describe, expect, test } from 'vitest';
import { CALL_NAMES, type CallName, channelOf, EVENT_NAMES, type Handlers } from '../../../../core/contract.ts';
import { serve } from '../../../../main/front-end/serve.ts';

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
    askSystem: note('askSystem'),
    resetDecision: note('resetDecision'),
    watch: note('watch'),
    readProgress: note('readProgress'),
    keepProgress: note('keepProgress'),
  };
}

const RIGHT: Readonly<Record<CallName, unknown>> = {
  readCase: null,
  examine: { site: 'https://meet.example.com' },
  submitCaptures: [],
  openSettings: { target: 'sound-input', subject: 'this-app' },
  askSystem: { medium: 'camera' },
  resetDecision: { medium: 'microphone', subject: 'chrome' },
  watch: { cause: 'device.none', subject: 'this-app', medium: 'camera' },
  readProgress: null,
  keepProgress: {
    trouble: { cause: 'device.none', subject: 'this-app', medium: 'camera' },
    guide: 'linux.plug-in',
    way: 'plug',
    acted: [],
  },
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

const TEST = {
  subject: 'this-app',
  medium: 'camera',
  origin: null,
  takenAt: '2026-11-24T12:00:00.000Z',
  outcome: { kind: 'no-answer' },
};

/** Just within what a call may carry, and just beyond it. */
test.each([
  ['submitCaptures', new Array(16).fill(TEST), new Array(17).fill(TEST)],
  [
    'submitCaptures',
    [{ ...TEST, outcome: { kind: 'failed', error: 'E'.repeat(100), message: 'm'.repeat(1000) } }],
    [{ ...TEST, outcome: { kind: 'failed', error: 'E'.repeat(101), message: 'm'.repeat(1000) } }],
  ],
  [
    'submitCaptures',
    [{ ...TEST, outcome: { kind: 'failed', error: 'E', message: 'm'.repeat(1000) } }],
    [{ ...TEST, outcome: { kind: 'failed', error: 'E', message: 'm'.repeat(1001) } }],
  ],
  [
    'openSettings',
    { target: 'sound-input', subject: 's'.repeat(200) },
    { target: 'sound-input', subject: 's'.repeat(201) },
  ],
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
