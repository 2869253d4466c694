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
