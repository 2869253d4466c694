import { build } from 'plist';
import { describe, expect, test } from 'vitest';
import { describeBrowser } from '../../../../core/browsers/browsers.ts';
import { absent, type Reading, unreadable, value } from '../../../../core/reading.ts';
import { parseSite } from '../../../../core/site.ts';
import type { Machine, RegistryValue } from '../../../../main/machine/machine.ts';
import { readChromiumPolicy } from '../../../../main/probes/browsers/chromium/policy.ts';
import { CHROMIUM } from '../../core/facts.ts';
import { openMachine, withOnly } from '../../recorded-machines.ts';

const parsed = parseSite('https://meet.example.com');
const ABOUT = { site: typeof parsed === 'object' ? parsed : null, now: new Date(0) };
const KEY = 'HKLM\\SOFTWARE\\Policies\\Google\\Chrome';
const USER_KEY = 'HKCU\\SOFTWARE\\Policies\\Google\\Chrome';

async function read(machine: Machine) {
  return (await readChromiumPolicy(machine, CHROMIUM, describeBrowser('chrome'), ABOUT)).policies;
}

type Keys = Readonly<Record<string, Readonly<Record<string, RegistryValue['data']>>>>;

async function windows(keys: Keys, broken?: string): Promise<Machine> {
  const machine = await openMachine('linux-healthy-laptop');
  return {
    ...machine,
    platform: 'win32',
    registry: {
      value: (key, name): Reading<RegistryValue> => {
        if (key === broken) return unreadable(`${key}: access denied`);
        const data = keys[key]?.[name];
        if (data === undefined) return absent;
        return typeof data === 'number'
          ? value({ type: 'REG_DWORD', data })
          : value({ type: 'REG_SZ', data: String(data) });
      },
      subkeys: (key): Reading<readonly string[]> => {
        const below = Object.keys(keys).filter((each) => each.startsWith(`${key}\\`));
        if (keys[key] === undefined && below.length === 0) return absent;
        return value(below.map((each) => each.slice(key.length + 1).split('\\')[0] ?? ''));
      },
    },
  };
}

describe('the policies of Chrome on Windows', () => {
  test.each<readonly [string, Keys, object]>([
    ['for the computer', { [KEY]: { VideoCaptureAllowed: 0 } }, { camera: { allowed: { from: KEY, setting: false } } }],
    [
      'for the computer over those for the user',
      { [USER_KEY]: { VideoCaptureAllowed: 0 }, [KEY]: { VideoCaptureAllowed: 1 } },
      { camera: { allowed: { from: KEY, setting: true } } },
    ],
    [
      'as a recommendation',
      { [`${KEY}\\Recommended`]: { AudioCaptureAllowed: 0 } },
      { microphone: { allowed: { from: `${KEY}\\Recommended`, setting: false } } },
    ],
    [
      'with a list that has gaps',
      {
        [KEY]: { VideoCaptureAllowed: 0 },
        [`${KEY}\\VideoCaptureAllowedUrls`]: { 1: '*', 2: '*://*', 3: '*:*', 4: '[*.]example.com' },
      },
      { camera: { allowedFor: { from: KEY, pattern: '[*.]example.com' }, sitesAllowed: 1 } },
    ],
    [
      'in the deprecated form',
      { [KEY]: { DefaultMediaStreamSetting: 2 } },
      { mediaStream: { from: KEY, setting: 'block' } },
    ],
  ])('%s', async (_name, keys, policies) => {
    expect(await read(await windows(keys))).toMatchObject({ kind: 'value', value: policies });
  });

  test('that are not there are absent', async () => {
    expect(await read(await windows({}))).toEqual(absent);
    expect(await read(await windows({ [KEY]: { HomepageLocation: 'x' } }))).toEqual(absent);
  });

  test.each<readonly [string, Keys, RegExp]>([
    [
      'a text where a number should be',
      { [KEY]: { VideoCaptureAllowed: 'no' } },
      /Google\\Chrome: VideoCaptureAllowed/,
    ],
    ['a number that means nothing', { [KEY]: { DefaultMediaStreamSetting: 9 } }, /DefaultMediaStreamSetting/],
    ['a list of numbers', { [KEY]: {}, [`${KEY}\\VideoCaptureAllowedUrls`]: { 1: 5 } }, /VideoCaptureAllowedUrls/],
  ])('with %s are unreadable', async (_name, keys, why) => {
    const policies = await read(await windows(keys));
    expect(policies.kind === 'unreadable' && policies.why).toMatch(why);
  });

  test('that may not be read are unreadable, with the key', async () => {
    const policies = await read(await windows({ [KEY]: { VideoCaptureAllowed: 1 } }, KEY));
    expect(policies).toEqual(unreadable(`${KEY}: access denied`));
  });
});

describe('the policies of Chrome on macOS', () => {
  async function mac(files: Readonly<Record<string, string>>): Promise<Machine> {
    return { ...withOnly(await openMachine('linux-healthy-laptop'), files), platform: 'darwin' };
  }
  const EVERYONE = '/Library/Managed Preferences/com.google.Chrome.plist';
  const OWN = '/Library/Managed Preferences/user/com.google.Chrome.plist';

  test('are the forced ones, the user’s before everyone’s', async () => {
    const files = {
      [EVERYONE]: build({ VideoCaptureAllowed: true, AudioCaptureAllowed: false }),
      [OWN]: build({ VideoCaptureAllowed: false }),
    };
    expect(await read(await mac(files))).toMatchObject({
      kind: 'value',
      value: {
        camera: { allowed: { from: OWN, setting: false } },
        microphone: { allowed: { from: EVERYONE, setting: false } },
      },
    });
  });

  test('of Edge lie under a name that is not its bundle’s', async () => {
    const file = '/Library/Managed Preferences/com.microsoft.Edge.plist';
    const machine = await mac({ [file]: build({ VideoCaptureAllowed: false }) });
    const { policies } = await readChromiumPolicy(machine, CHROMIUM, describeBrowser('edge'), ABOUT);
    expect(policies).toMatchObject({ value: { camera: { allowed: { from: file, setting: false } } } });
  });

  test('that are no property list are unreadable', async () => {
    const policies = await read(await mac({ [EVERYONE]: 'VideoCaptureAllowed = 0;' }));
    expect(policies.kind === 'unreadable' && policies.why).toContain(EVERYONE);
  });
});
