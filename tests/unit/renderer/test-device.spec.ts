import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { CaptureOutcome } from '../../../core/facts/capture.ts';
import { type DeviceTest, type TestedMedium, testDevice } from '../../../renderer/capture/test-device.ts';
import { PICTURE, SOUND } from '../core/captures.ts';

// Several devices, of which some do not open: what no one computer can be made to have.

const { opened } = vi.hoisted(() => ({
  opened: { outcomeOf: (_id: string): unknown => null, milliseconds: 100 },
}));
vi.mock('../../../renderer/capture/camera.ts', () => ({ measurePicture: measure }));
vi.mock('../../../renderer/capture/microphone.ts', async (original) => ({
  ...(await original<typeof import('../../../renderer/capture/microphone.ts')>()),
  measureSound: measure,
}));

async function measure(stream: MediaStream, _device: unknown, { signal }: { readonly signal: AbortSignal }) {
  await new Promise<void>((resolve) => {
    setTimeout(resolve, opened.milliseconds);
    signal.addEventListener('abort', () => resolve());
  });
  if (signal.aborted) return { kind: 'cancelled' };
  return opened.outcomeOf(stream.getTracks()[0]?.getSettings().deviceId ?? '');
}

const WELL: CaptureOutcome = { kind: 'sound', measured: SOUND };
const SEEN: CaptureOutcome = { kind: 'picture', measured: PICTURE };
const NOTHING: CaptureOutcome = {
  kind: 'no-signal',
  milliseconds: 3_600,
  track: { muted: false, mutes: 0, ended: false },
};

interface Listed {
  readonly deviceId: string;
  readonly groupId?: string;
  readonly label?: string;
  readonly busy?: boolean;
  /** How often it is asked for until it opens. */
  readonly busyFor?: number;
  readonly outcome?: CaptureOutcome;
}

interface Around {
  readonly kind?: 'audioinput' | 'videoinput';
  readonly listed: readonly Listed[];
  /** The device that is opened where none is named. */
  readonly first: string;
  readonly permission?: PermissionState;
}

const tracks: { readonly stop: () => void; readonly stopped: () => boolean }[] = [];

function browse({ kind = 'audioinput', listed, first, permission = 'granted' }: Around) {
  const asked: MediaStreamConstraints[] = [];
  const requests = new Map<string, number>();
  const find = (id: string) => listed.find(({ deviceId }) => deviceId === id);
  const getUserMedia = async (wanted: MediaStreamConstraints) => {
    asked.push(wanted);
    const constraints = (wanted.audio || wanted.video) as { deviceId?: { exact: string } };
    const id = constraints.deviceId?.exact ?? first;
    const times = (requests.get(id) ?? 0) + 1;
    requests.set(id, times);
    if (find(id)?.busy === true || times <= (find(id)?.busyFor ?? 0))
      throw new DOMException('Device in use', 'NotReadableError');
    const stop = vi.fn();
    tracks.push({ stop, stopped: () => stop.mock.calls.length > 0 });
    const track = { stop, label: 'A device', getSettings: () => ({ deviceId: id }) };
    return { getTracks: () => [track] } as unknown as MediaStream;
  };
  const enumerateDevices = vi.fn(async () => listed.map((each) => ({ kind, groupId: '', label: '', ...each })));
  opened.outcomeOf = (id) => find(id)?.outcome ?? NOTHING;
  vi.stubGlobal('navigator', {
    userAgent: 'Chrome/156.0',
    mediaDevices: {
      getUserMedia,
      enumerateDevices,
    },
    permissions: { query: async () => ({ state: permission }) },
  });
  vi.stubGlobal('document', { visibilityState: 'visible', hasFocus: () => true });
  vi.stubGlobal('isSecureContext', true);
  /** Which devices were asked for by name, in order. */
  const named = () =>
    asked.flatMap(({ audio, video }) => {
      const { deviceId } = (audio || video) as { deviceId?: { exact: string } };
      return deviceId === undefined ? [] : [deviceId.exact];
    });
  return { asked, named, lists: () => enumerateDevices.mock.calls.length };
}

beforeEach(() => {
  vi.useFakeTimers();
  tracks.length = 0;
  opened.milliseconds = 100;
});
afterEach(() => {
  expect(tracks.every(({ stopped }) => stopped())).toBe(true);
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

async function run(more: Partial<DeviceTest> = {}): Promise<TestedMedium> {
  const testing = testDevice({ medium: 'microphone', deviceId: null, signal: new AbortController().signal, ...more });
  let over = false;
  void testing.finally(() => {
    over = true;
  });
  while (!over) await vi.advanceTimersByTimeAsync(100);
  return testing;
}

const kinds = ({ others }: TestedMedium) => others.map(({ outcome }) => outcome.kind);

describe('the other devices', () => {
  test.each<readonly [string, Around, readonly string[]]>([
    [
      'where the default one is busy and the first in the list works',
      {
        first: 'default',
        listed: [
          { deviceId: 'default', groupId: 'b', label: 'Default - Headset', busy: true },
          { deviceId: 'one', groupId: 'a', label: 'Built-in', outcome: WELL },
          { deviceId: 'two', groupId: 'b', label: 'Headset', busy: true },
        ],
      },
      ['one'],
    ],
    [
      'where the default one was opened by its alias: not the same one again',
      {
        first: 'default',
        listed: [
          { deviceId: 'default', groupId: 'a', label: 'Standard - Built-in' },
          { deviceId: 'communications', groupId: 'a', label: 'Kommunikation - Built-in' },
          { deviceId: 'one', groupId: 'a', label: 'Built-in' },
          { deviceId: 'two', groupId: 'b', label: 'Headset' },
        ],
      },
      ['two'],
    ],
    [
      'where the default one has another microphone in its group',
      {
        first: 'default',
        listed: [
          { deviceId: 'default', groupId: 'a', label: 'Default - Built-in' },
          { deviceId: 'one', groupId: 'a', label: 'Built-in' },
          { deviceId: 'two', groupId: 'a', label: 'Line in' },
        ],
      },
      ['two'],
    ],
    [
      'where no groups are told',
      {
        first: 'default',
        listed: [{ deviceId: 'default' }, { deviceId: 'one' }, { deviceId: 'two' }],
      },
      ['one', 'two'],
    ],
    [
      'where the browser does not say which is the default one',
      {
        first: 'two',
        listed: [
          { deviceId: 'one', outcome: WELL },
          { deviceId: 'two', busy: true },
        ],
      },
      ['one'],
    ],
    [
      'where the opened one is known',
      { first: 'two', listed: [{ deviceId: 'one' }, { deviceId: 'two' }, { deviceId: '' }] },
      ['one'],
    ],
    [
      'of a long list',
      { first: 'x', listed: ['x', 'a', 'b', 'c', 'd', 'e', 'f'].map((deviceId) => ({ deviceId })) },
      ['a', 'b', 'c', 'd'],
    ],
    [
      'until one works',
      { first: 'x', listed: [{ deviceId: 'x' }, { deviceId: 'a', outcome: WELL }, { deviceId: 'b', outcome: WELL }] },
      ['a'],
    ],
    ['where the first works', { first: 'x', listed: [{ deviceId: 'x', outcome: WELL }, { deviceId: 'a' }] }, []],
    [
      'where that would ask the person',
      { first: 'x', listed: [{ deviceId: 'x' }, { deviceId: 'a' }], permission: 'prompt' },
      [],
    ],
  ])('%s', async (_name, around, expected) => {
    const { named } = browse(around);
    const tested = await run();
    expect([...new Set(named())]).toEqual(expected);
    expect(tested.others).toHaveLength(expected.length);
  });

  test.each<readonly [string, Around, number]>([
    ['the only one there is', { first: 'one', listed: [{ deviceId: 'one', busyFor: 2, outcome: WELL }] }, 0],
    [
      'one of several, which the browser does not name',
      {
        first: 'two',
        listed: [
          { deviceId: 'one', busy: true },
          { deviceId: 'two', busyFor: 2, outcome: WELL },
        ],
      },
      0,
    ],
    [
      'one that is named by its alias alone',
      {
        first: 'default',
        listed: [
          { deviceId: 'default', busyFor: 2, outcome: WELL },
          { deviceId: 'one', outcome: WELL },
        ],
      },
      0,
    ],
    [
      'one that still gives nothing',
      {
        first: 'two',
        listed: [
          { deviceId: 'one', outcome: WELL },
          { deviceId: 'two', busyFor: 2, outcome: NOTHING },
        ],
      },
      1,
    ],
  ])('are no others where they may be the one that failed: %s', async (_name, around, expected) => {
    browse(around);
    const tested = await run();
    expect(tested.outcome).toMatchObject({ kind: 'failed', error: 'NotReadableError' });
    expect(tested.others).toHaveLength(expected);
  });

  test('are none where the test is given up before that is known', async () => {
    browse({
      first: 'two',
      listed: [
        { deviceId: 'one', outcome: WELL },
        { deviceId: 'two', busy: true },
      ],
    });
    const controller = new AbortController();
    const testing = run({ signal: controller.signal, onTested: () => setTimeout(() => controller.abort(), 150) });
    expect((await testing).others).toEqual([]);
  });

  test('are tested when the word about the chosen one is out', async () => {
    browse({ first: 'x', listed: [{ deviceId: 'x' }, { deviceId: 'a', outcome: WELL }] });
    const told: TestedMedium[] = [];
    const tested = await run({
      onTested: (each) => {
        told.push(each);
        expect(tracks).toHaveLength(1);
      },
    });
    expect(told).toEqual([{ ...tested, others: [] }]);
    expect(kinds(tested)).toEqual(['sound']);
  });

  test('have one limit together, and what does not come within it is left out', async () => {
    browse({ first: 'x', listed: ['x', 'a', 'b', 'c', 'd'].map((deviceId) => ({ deviceId })) });
    opened.milliseconds = 5_000;
    const started = performance.now();
    let told = 0;
    const tested = await run({
      onTested: () => {
        told = performance.now();
      },
    });
    expect(kinds(tested)).toEqual(['no-signal', 'no-signal']);
    expect(told - started).toBeLessThan(5_500);
    expect(performance.now() - told).toBeLessThan(12_500);
  });

  test('are left alone when the test is given up', async () => {
    const { named } = browse({ first: 'x', listed: [{ deviceId: 'x' }, { deviceId: 'a' }, { deviceId: 'b' }] });
    const before = new AbortController();
    setTimeout(() => before.abort(), 50);
    expect((await run({ signal: before.signal })).outcome).toEqual({ kind: 'cancelled' });
    expect(named()).toEqual([]);

    const during = new AbortController();
    setTimeout(() => during.abort(), 150);
    expect(kinds(await run({ signal: during.signal }))).toEqual([]);
    expect(named()).toEqual(['a']);
  });
});

test('a microphone is asked for as it is, without processing; a camera without a wish', async () => {
  const { asked } = browse({ first: 'x', listed: [{ deviceId: 'x', outcome: WELL }] });
  await run();
  expect(asked).toEqual([
    {
      audio: { echoCancellation: false, noiseSuppression: false, autoGainControl: false, channelCount: { ideal: 2 } },
      video: false,
    },
  ]);
  const camera = browse({ kind: 'videoinput', first: 'x', listed: [{ deviceId: 'x', outcome: SEEN }] });
  await run({ medium: 'camera' });
  expect(camera.asked).toEqual([{ video: {}, audio: false }]);
});

test('a measurement that fails is no word about the device, and closes it', async () => {
  browse({ first: 'x', listed: [{ deviceId: 'x' }, { deviceId: 'a', outcome: WELL }] });
  opened.outcomeOf = () => {
    throw new Error('a fault of the test');
  };
  const tested = await run();
  expect(tested.outcome).toEqual({ kind: 'not-measured', why: 'broken' });
  expect(tested.others).toEqual([]);
});

test('nothing more is looked at when the test is given up while the person speaks', async () => {
  const { lists } = browse({ kind: 'videoinput', first: 'x', listed: [{ deviceId: 'x' }, { deviceId: 'a' }] });
  const controller = new AbortController();
  let before = 0;
  setTimeout(() => {
    before = lists();
    controller.abort();
  }, 1_000);
  const tested = await run({ medium: 'camera', signal: controller.signal, until: new Promise(() => {}) });
  expect(tested).toMatchObject({ outcome: { kind: 'no-signal' }, others: [] });
  expect(lists()).toBe(before);
});

test('a stream that is kept open for the person is closed when the test is given up', async () => {
  browse({ kind: 'videoinput', first: 'x', listed: [{ deviceId: 'x', outcome: SEEN }] });
  const controller = new AbortController();
  const started = performance.now();
  setTimeout(() => controller.abort(), 1_000);
  const tested = await run({ medium: 'camera', signal: controller.signal, until: new Promise(() => {}) });
  expect(tested.outcome.kind).toBe('picture');
  expect(performance.now() - started).toBeLessThan(1_200);
});
