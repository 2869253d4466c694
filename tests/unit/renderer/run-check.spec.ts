import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Bridge } from '../../../core/contract.ts';
import type { Capture } from '../../../core/facts/capture.ts';
import type { Report } from '../../../core/report/schema.ts';
import { type CheckEvents, runCheck } from '../../../renderer/app/run-check.ts';
import type { DeviceTest, TestedMedium } from '../../../renderer/capture/test-device.ts';
import { captureOf, PICTURE, SOUND } from '../core/captures.ts';

// The order of things in a check; what a test of a device sees is made up.

const { device } = vi.hoisted(() => ({
  device: { test: null as ((test: DeviceTest) => Promise<TestedMedium>) | null },
}));
vi.mock('../../../renderer/capture/test-device.ts', () => ({ testDevice: (test: DeviceTest) => device.test?.(test) }));

const picture = captureOf({ outcome: { kind: 'picture', measured: PICTURE } });
const sound = captureOf({ medium: 'microphone', outcome: { kind: 'sound', measured: SOUND } });
const REPORT = { subjects: [], findings: [] } as unknown as Report;

beforeEach(() => {
  vi.stubGlobal('navigator', { userAgent: 'Mozilla/5.0 (X11; Linux x86_64) Chrome/156.0.0.0 Electron/42' });
  device.test = async ({ medium, onStream }) => {
    onStream?.({} as MediaStream);
    return medium === 'camera' ? picture : sound;
  };
});
afterEach(() => {
  vi.unstubAllGlobals();
});

function bridgeWith(examine: () => Promise<Report>) {
  const submitCaptures = vi.fn(async (_captures: readonly Capture[]) => REPORT);
  return { submitCaptures, bridge: { readCase: async () => null, examine, submitCaptures } as unknown as Bridge };
}

function eventsOf(more: Partial<CheckEvents> = {}) {
  return {
    signal: new AbortController().signal,
    chosen: {},
    onReport: vi.fn(),
    onMeasured: vi.fn(),
    onStream: vi.fn(),
    onLevel: vi.fn(),
    onWaiting: vi.fn(),
    onChosen: vi.fn(),
    onTold: vi.fn(),
    ...more,
  };
}

test('what was tested is judged though the reading failed while it was', async () => {
  const { bridge, submitCaptures } = bridgeWith(async () => {
    throw new Error('the settings could not be read');
  });
  const events = eventsOf();
  device.test = async ({ medium, onStream }) => {
    // Long enough that a rejection without a handler would be told of, which fails the run.
    await new Promise((resolve) => setTimeout(resolve));
    onStream?.({} as MediaStream);
    return medium === 'camera' ? picture : sound;
  };
  await runCheck(bridge, events);
  expect(submitCaptures.mock.calls.map(([tests]) => tests.map(({ medium }) => medium))).toEqual([
    ['camera', 'microphone'],
  ]);
  expect(events.onReport).toHaveBeenCalledExactlyOnceWith(REPORT);
});

const OTHERS = [{ device: 'ordinary' as const, outcome: sound.outcome }];

test('the word is out before the other devices are tested, and comes once more after', async () => {
  const { bridge, submitCaptures } = bridgeWith(async () => REPORT);
  const events = eventsOf();
  const others = Promise.withResolvers<void>();
  device.test = async ({ medium, onStream, onTested, until }) => {
    onStream?.({} as MediaStream);
    await until;
    const tested = medium === 'camera' ? picture : sound;
    onTested?.(tested);
    if (medium === 'camera') return tested;
    await others.promise;
    return { ...tested, others: OTHERS };
  };
  const checking = runCheck(bridge, events);
  await vi.waitFor(() => expect(events.onTold).toHaveBeenCalledOnce());
  expect(submitCaptures).toHaveBeenCalledOnce();
  expect(events.onStream).toHaveBeenLastCalledWith(null);
  others.resolve();
  await checking;
  expect(submitCaptures).toHaveBeenCalledTimes(2);
  expect(submitCaptures.mock.lastCall?.[0]).toMatchObject([{ medium: 'microphone', others: OTHERS }]);
  expect(events.onReport).toHaveBeenCalledTimes(3);
});

test('the word that is out stands where the second one fails', async () => {
  const { bridge, submitCaptures } = bridgeWith(async () => REPORT);
  submitCaptures.mockResolvedValueOnce(REPORT).mockRejectedValueOnce(new Error('gone'));
  device.test = async ({ medium, onStream }) => {
    onStream?.({} as MediaStream);
    return { ...(medium === 'camera' ? picture : sound), others: OTHERS };
  };
  await expect(runCheck(bridge, eventsOf())).resolves.toBeUndefined();
  expect(submitCaptures).toHaveBeenCalledTimes(2);
});

test('a check in which nothing could be judged fails', async () => {
  const { bridge, submitCaptures } = bridgeWith(async () => REPORT);
  submitCaptures.mockRejectedValue(new Error('gone'));
  await expect(runCheck(bridge, eventsOf())).rejects.toThrow('gone');
});

const LISTS = [
  ['is still listed', [{ kind: 'audioinput', deviceId: 'mine' }], 'mine'],
  ['is gone', [{ kind: 'audioinput', deviceId: 'another' }], null],
  ['is gone, and was the only one', [{ kind: 'videoinput', deviceId: 'mine' }], null],
  ['cannot be told from the list', [{ kind: 'audioinput', deviceId: '' }], 'mine'],
  ['is not listed because no list came', null, 'mine'],
] as const;

test.each(LISTS)('a chosen device that %s', async (_name, listed, asked) => {
  const enumerateDevices = async () => listed ?? Promise.reject(new Error('no list'));
  vi.stubGlobal('navigator', { userAgent: 'Chrome/156.0.0.0 Electron/42', mediaDevices: { enumerateDevices } });
  const tested: (string | null)[] = [];
  device.test = async ({ medium, deviceId, onStream }) => {
    onStream?.({} as MediaStream);
    if (medium === 'microphone') tested.push(deviceId);
    return medium === 'camera' ? picture : sound;
  };
  const events = eventsOf({ chosen: { microphone: 'mine' } });
  await runCheck(bridgeWith(async () => REPORT).bridge, events);
  expect(tested).toEqual([asked]);
  expect(vi.mocked(events.onChosen).mock.calls).toEqual(asked === null ? [[{}]] : []);
});
