import { describe, expect, test } from 'vitest';
import { absent, value } from '../../../../../core/reading.ts';
import type { Machine } from '../../../../../main/machine/machine.ts';
import { gather } from '../../../../../main/probes/gather.ts';
import { loadProbes } from '../../../../../main/probes/index.ts';
import { PROGRAMS, readWith, time, WEBCAM, withBad } from './bad-registry.ts';

describe('who uses a device on Windows', () => {
  test('a program that is looked up and gone by then is not in use, and those beside it are', async () => {
    const { windowsUsage } = await readWith({
      subkeys: { [PROGRAMS]: value(['C:#gone.exe', 'C:#zoom.exe', 'C:#done.exe']) },
      values: {
        [`${PROGRAMS}\\C:#gone.exe\\LastUsedTimeStart`]: absent,
        [`${PROGRAMS}\\C:#zoom.exe\\LastUsedTimeStart`]: time(5n),
        [`${PROGRAMS}\\C:#zoom.exe\\LastUsedTimeStop`]: time(0n),
        [`${PROGRAMS}\\C:#done.exe\\LastUsedTimeStart`]: time(5n),
        [`${PROGRAMS}\\C:#done.exe\\LastUsedTimeStop`]: time(6n),
      },
    });
    expect(windowsUsage).toEqual(
      value({ camera: [{ program: 'zoom.exe', using: value(true), running: value(false) }], microphone: [] }),
    );
  });

  test.each([
    [PROGRAMS, 'C:#Users#bobby#zoom.exe'],
    [PROGRAMS, 'C:/Users/bobby/zoom.exe'],
    [WEBCAM, 'C:#Users#bobby#zoom.exe'],
    [WEBCAM, 'C:/Users/bobby/zoom.exe'],
  ])('of a program below %s only the file is named, and not the folder: %s', async (key, name) => {
    const { windowsUsage } = await readWith({
      subkeys: { [key]: value([name]) },
      values: {
        [`${key}\\${name}\\LastUsedTimeStart`]: time(5n),
        [`${key}\\${name}\\LastUsedTimeStop`]: time(0n),
      },
    });
    expect(windowsUsage).toMatchObject({ value: { camera: [{ program: 'zoom.exe', using: value(true) }] } });
  });

  test('a program whose use never began is not using it', async () => {
    const { windowsUsage } = await readWith({
      subkeys: { [PROGRAMS]: value(['C:#zoom.exe']) },
      values: {
        [`${PROGRAMS}\\C:#zoom.exe\\LastUsedTimeStart`]: time(0n),
        [`${PROGRAMS}\\C:#zoom.exe\\LastUsedTimeStop`]: time(0n),
      },
    });
    expect(windowsUsage).toEqual(value({ camera: [], microphone: [] }));
  });

  test('a program noted for the whole computer may run unseen, as another account’s', async () => {
    const device = PROGRAMS.replace('HKCU', 'HKLM');
    const { windowsUsage } = await readWith({
      subkeys: { [device]: value(['C:#service.exe']) },
      values: {
        [`${device}\\C:#service.exe\\LastUsedTimeStart`]: time(5n),
        [`${device}\\C:#service.exe\\LastUsedTimeStop`]: time(0n),
      },
    });
    expect(windowsUsage).toMatchObject({
      value: { camera: [{ program: 'service.exe', running: { kind: 'unreadable' } }] },
    });
  });

  test('10,000 programs are looked at within the limit', async () => {
    const many = Array.from({ length: 10_000 }, (_, place) => `C:#${place}#zoom.exe`);
    const { windowsUsage } = await readWith({
      subkeys: { [PROGRAMS]: value(many) },
      values: Object.fromEntries(
        ['Start', 'Stop'].map((end) => [
          `${PROGRAMS}\\${many.at(-1)}\\LastUsedTime${end}`,
          time(end === 'Start' ? 5n : 0n),
        ]),
      ),
    });
    expect(windowsUsage).toMatchObject({ kind: 'value', value: { camera: [{ program: 'zoom.exe' }] } });
  });

  test('10,000 programs of a slow registry are unreadable, and nothing waits for them', async () => {
    const machine = await withBad({
      subkeys: { [PROGRAMS]: value(Array.from({ length: 10_000 }, (_, n) => `C:#${n}`)) },
    });
    const slow: Machine = {
      ...machine,
      registry: {
        ...machine.registry,
        value: (key, name) => {
          const until = performance.now() + (name === 'LastUsedTimeStart' ? 1 : 0);
          while (performance.now() < until);
          return machine.registry.value(key, name);
        },
      },
    };
    const begun = performance.now();
    const { readings } = await gather(slow, { site: null, probes: await loadProbes('win32') });
    expect(readings.windowsUsage).toMatchObject({ kind: 'unreadable', why: expect.stringContaining('10000 programs') });
    expect(readings.windowsConsent?.kind).toBe('value');
    expect(performance.now() - begun).toBeLessThan(4_000);
  });
});
