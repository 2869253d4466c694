import { describe, expect, test } from 'vitest';
import { CAUSES } from '../../../core/causes/catalogue.ts';
import { fillAddress, type Guide, isGone } from '../../../core/guides/guide.ts';
import { deepCheckFor, GUIDES, guideFor } from '../../../core/guides/guides.ts';
import { MAC_GENERATIONS, macGenerationOf } from '../../../core/guides/system.ts';
import { en } from '../../../core/i18n/en.ts';
import { textKey } from '../../../core/i18n/text-key.ts';
import { MEDIA, type Medium } from '../../../core/medium.ts';
import { PLATFORMS } from '../../../core/platform.ts';
import type { Subject } from '../../../core/subject.ts';
import { examine } from '../../../main/doctor.ts';
import { openMachine } from '../recorded-machines.ts';
import { CHROMIUM, FIREFOX } from './facts.ts';

const profileOf = (browser: typeof CHROMIUM): Subject => ({
  id: browser.id,
  kind: 'browser',
  name: browser.name,
  browser,
  profile: 'Default',
});

const CHROME = profileOf({ ...CHROMIUM, product: 'chrome' });
const EDGE = profileOf({ ...CHROMIUM, product: 'edge-beta' });
const FOX = profileOf(FIREFOX);
const SAFARI = profileOf({ ...CHROMIUM, product: 'safari', engine: 'webkit' });
const APP: Subject = { id: 'this-app', kind: 'app', name: 'Capture Doctor' };

const WINDOWS_10 = { platform: 'win32', windows: '10' } as const;
const WINDOWS_11 = { platform: 'win32', windows: '11' } as const;
const MACS = MAC_GENERATIONS.map((macos) => ({ platform: 'darwin', macos }) as const);
const SYSTEMS = [...PLATFORMS.map((platform) => ({ platform })), WINDOWS_10, WINDOWS_11, ...MACS];

const ALL: readonly (readonly [string, Guide])[] = Object.entries(GUIDES);

describe('every guide', () => {
  test.each(ALL)('%s has words for each way and step, and ends in a test', (id, { ways }) => {
    expect(textKey('guide', id, 'title')).toBe(`guide/${id}/title`);
    for (const [way, { steps }] of Object.entries(ways)) {
      for (const part of ['name', 'path']) expect(() => textKey('guide', id, 'ways', way, part)).not.toThrow();
      for (const { text } of steps) expect(() => textKey('guide', id, 'ways', way, 'steps', text)).not.toThrow();
      expect(steps.at(-1)?.doneWhen).toBe('captured');
      expect(steps.filter(({ doneWhen }) => doneWhen === 'acted').every(({ action }) => action !== undefined)).toBe(
        true,
      );
    }
  });

  test('is led to by a cause', () => {
    const ids = Object.keys(CAUSES).filter((id): id is keyof typeof CAUSES => id in CAUSES);
    const reached = ids.flatMap((cause) =>
      MEDIA.flatMap((medium) =>
        SYSTEMS.flatMap((system) =>
          [APP, CHROME, EDGE, FOX, SAFARI].map((subject) => guideFor(cause, medium, subject, system)),
        ),
      ),
    );
    const offered = [...reached, ...SYSTEMS.map(deepCheckFor)];
    for (const [id] of ALL) expect(offered).toContain(id);
  });

  test.each([
    ['browser.site-block', CHROME, 'chrome.site-permission'],
    ['browser.site-block', EDGE, 'edge.site-permission'],
    ['browser.site-block', FOX, 'firefox.site-permission'],
    ['browser.site-block', SAFARI, 'safari.site-permission'],
    ['browser.default-block', FOX, 'firefox.all-sites'],
    ['browser.policy-denies', EDGE, 'chrome.policy'],
    ['device.none', CHROME, 'linux.connect-camera'],
    ['device.none', APP, 'linux.connect-camera'],
    ['browser.site-block', APP, null],
    ['signal.frozen', CHROME, null],
  ] as const)('for %s is that of the browser itself', (cause, subject, guide) => {
    expect(guideFor(cause, 'camera', subject, { platform: 'linux' })).toBe(guide);
  });

  test.each([
    ['windows.desktop-apps-off', CHROME, WINDOWS_10, 'camera', 'windows-10.camera-desktop-apps'],
    ['windows.desktop-apps-off', CHROME, WINDOWS_11, 'camera', 'windows-11.camera-desktop-apps'],
    ['windows.apps-access-off', APP, WINDOWS_11, 'microphone', 'windows-11.microphone-apps'],
    ['windows.device-access-off', APP, WINDOWS_10, 'microphone', 'windows-10.microphone-device-access'],
    ['windows.desktop-apps-off', APP, { platform: 'win32' }, 'camera', null],
    ['device.disabled', FOX, WINDOWS_10, 'camera', 'windows-10.camera-disabled'],
    ['device.disabled', FOX, WINDOWS_11, 'camera', 'windows-11.camera-disabled'],
    ['device.disabled', FOX, WINDOWS_11, 'microphone', 'windows.microphone-disabled'],
    ['device.disabled', FOX, { platform: 'win32' }, 'camera', null],
    ['device.driver-problem', APP, WINDOWS_10, 'microphone', 'windows.sound-card-driver'],
    ['windows.exe-access-off', CHROME, WINDOWS_10, 'camera', 'windows-10.camera-this-program'],
    ['windows.exe-access-off', CHROME, WINDOWS_11, 'microphone', 'windows-11.microphone-this-program'],
    ['windows.consent-conflict', APP, WINDOWS_10, 'microphone', 'windows-10.microphone-off-and-on'],
    ['windows.consent-conflict', CHROME, WINDOWS_11, 'camera', 'windows-11.camera-off-and-on'],
    ['windows.camera-service-disabled', APP, WINDOWS_11, 'camera', 'windows.camera-service'],
    ['windows.audio-service-disabled', APP, WINDOWS_10, 'microphone', 'windows.sound-service'],
    ['signal.volume-zero', APP, WINDOWS_11, 'microphone', 'windows.microphone-volume'],
    ['browser.site-block', CHROME, WINDOWS_11, 'camera', 'chrome.site-permission'],
    ['windows.policy-denies-apps', APP, WINDOWS_11, 'camera', null],
  ] as const)('for %s is that of the Windows it is', (cause, subject, system, medium, guide) => {
    expect(guideFor(cause, medium, subject, system)).toBe(guide);
  });

  test('for Windows 10 has none of the labels and pages of Windows 11, nor the other way round', () => {
    const words = Object.entries(en.guide);
    const of = (start: string): string => JSON.stringify(words.filter(([id]) => id.startsWith(start)));
    expect(of('windows-10.')).not.toMatch(/Privacy & security|“Let (?:desktop )?apps|Bluetooth & devices/);
    expect(of('windows-11.')).not.toMatch(/Settings › Privacy ›|“Allow (?:desktop )?apps|“Change”/);
    const targets = ALL.filter(([id]) => id.startsWith('windows-10.'));
    expect(JSON.stringify(targets)).not.toContain('camera-devices');
  });

  test.each([
    ['macos.denied', APP, '10.14', 'camera', 'macos-10.14.camera-privacy'],
    ['macos.denied', APP, '10.15', 'microphone', 'macos-10.14.microphone-privacy'],
    ['macos.browser-denied', CHROME, '10.15', 'camera', 'macos-10.14.camera-privacy'],
    ['macos.browser-denied', FOX, '13', 'microphone', 'macos-13.microphone-privacy'],
    ['macos.browser-denied', CHROME, '15', 'camera', 'macos-13.camera-privacy'],
    ['macos.browser-denied', CHROME, '27', 'camera', 'macos-13.camera-privacy'],
    ['macos.signature-mismatch', APP, '15', 'camera', 'macos-13.camera-off-and-on'],
    ['macos.screen-time', APP, '10.14', 'camera', 'macos-10.14.parental-controls'],
    ['macos.screen-time', APP, '10.15', 'camera', 'macos-10.15.screen-time'],
    ['macos.screen-time', APP, '13', 'camera', 'macos-13.screen-time'],
    ['macos.screen-time', APP, '15', 'camera', 'macos-15.screen-time'],
    ['macos.screen-time', APP, '27', 'camera', 'macos-15.screen-time'],
    ['macos.screen-time', APP, '15', 'microphone', null],
    ['macos.managed-deny', CHROME, '10.15', 'camera', 'macos-10.14.profiles'],
    ['macos.managed-camera-off', APP, '15', 'camera', 'macos-13.profiles'],
    ['signal.volume-zero', APP, '10.15', 'microphone', 'macos-10.14.input-volume'],
    ['device.none', APP, '13', 'microphone', 'macos-13.connect-microphone'],
    ['device.none', APP, '13', 'camera', 'macos.connect-camera'],
    ['device.lid-closed', CHROME, '13', 'microphone', 'macos.open-lid'],
    ['browser.site-block', CHROME, '15', 'camera', 'chrome.site-permission'],
  ] as const)('for %s is that of the macOS it is', (cause, subject, macos, medium, guide) => {
    expect(guideFor(cause, medium, subject, { platform: 'darwin', macos })).toBe(guide);
  });

  test('for a macOS that could not be told apart has no page of any', () => {
    expect(guideFor('macos.denied', 'camera', APP, { platform: 'darwin' })).toBeNull();
  });

  test.each([
    [17, undefined],
    [18, '10.14'],
    [19, '10.15'],
    [21, '10.15'],
    [22, '13'],
    [23, '13'],
    [24, '15'],
    [25, '15'],
    [26, '27'],
    [30, '27'],
  ] as const)('of the kernel %i has the pages of %s', (darwin, generation) => {
    expect(macGenerationOf(darwin)).toBe(generation);
  });

  test('for macOS has the labels of its own settings and no others', () => {
    const words = Object.entries(en.guide);
    const of = (start: string): string => JSON.stringify(words.filter(([id]) => id.startsWith(start)));
    expect(of('macos-10.')).not.toMatch(/System Settings|Privacy & Security|Turn {{program}} on/);
    expect(of('macos-13.')).not.toMatch(/System Preferences|the lock|[Uu]ntick/);
    expect(of('macos-15.')).not.toMatch(/System Preferences|the lock/);
    expect(of('macos-13.screen-time')).not.toContain('App & Feature');
    expect(of('macos-15.screen-time')).toContain('App & Feature Restrictions');
    expect(of('macos-27.deep-check')).not.toContain('Full Disk Access');
  });

  test('asks for Full Disk Access in a second way at most', () => {
    for (const [id, { ways }] of ALL) {
      const [first] = Object.values(ways);
      expect(JSON.stringify(first), id).not.toContain('full-disk-access');
    }
  });

  test('lets macOS ask or forget only as a step of its own, which a person presses', () => {
    const acting = ALL.filter(([, { ways }]) => /"kind":"(?:ask|reset)"/.test(JSON.stringify(ways))).map(([id]) => id);
    expect(acting).toEqual([
      'macos.ask',
      'macos-10.14.camera-off-and-on',
      'macos-10.14.microphone-off-and-on',
      'macos-13.camera-off-and-on',
      'macos-13.microphone-off-and-on',
    ]);
  });

  test.each(MACS)('of Safari on %j sends nobody to the lists of cameras and microphones', (system) => {
    const ids = Object.keys(CAUSES).filter((id): id is keyof typeof CAUSES => id in CAUSES);
    for (const cause of ids)
      for (const medium of MEDIA)
        expect(guideFor(cause, medium, SAFARI, system) ?? '', cause).not.toMatch(/-privacy$|off-and-on$/);
  });

  test('of Safari sends nobody to the system’s settings', () => {
    const guides = Object.keys(CAUSES)
      .filter((id): id is keyof typeof CAUSES => id in CAUSES && id.startsWith('browser.'))
      .map((cause) => guideFor(cause, 'camera', SAFARI, { platform: 'darwin' }));
    expect(guides.filter((id) => id !== null).every((id) => id.startsWith('safari.'))).toBe(true);
  });

  test('that has an address pastes it, since no browser of the Chromium family opens it from outside', () => {
    for (const [id, { ways }] of ALL.filter(([each]) => /^(chrome|edge)\./.test(each))) {
      const targets = Object.values(ways).flatMap(({ steps }) =>
        steps.flatMap(({ action }) => (action?.kind === 'open' ? [action.target] : [])),
      );
      expect(
        targets.every((target) => target === 'site-in-browser'),
        id,
      ).toBe(true);
    }
  });
});

test.each([
  // What only informs is never more than possible, and is gone only with its finding.
  ['windows10-parent-denies-alone', 'windows.consent-conflict', false],
  ['windows10-healthy-asked-itself', 'windows.consent-conflict', true],
  ['windows10-microphone-muted', 'signal.volume-zero', false],
  ['windows10-default-microphone-muted', 'signal.volume-zero', true],
  ['windows10-administrator-without-the-person', 'windows.desktop-apps-off', false],
] as const)('of %s the trouble %s is gone: %s', async (name, cause, gone) => {
  const { report } = await examine(await openMachine(name), null);
  expect(isGone(report, { cause, subject: 'this-app', medium: 'microphone' })).toBe(gone);
});

test('an older test that nothing explains any more does not keep a trouble: the next one tells', async () => {
  const { report } = await examine(await openMachine('windows10-healthy-asked-itself'), null);
  const medium: Medium = 'camera';
  const unread = { subject: 'this-app', medium, couldBlock: true, missing: ['x'] };
  const trouble = { cause: 'windows.desktop-apps-off', subject: 'this-app', medium: 'camera' } as const;
  const withRule = (rule: string) => ({ ...report, undetermined: [{ ...unread, rule }] });
  expect(isGone(withRule('capture.unexplained'), trouble)).toBe(true);
  expect(isGone(withRule('windows.consent'), trouble)).toBe(false);
});

test('an address is filled in as a browser writes it', () => {
  const address = 'chrome://settings/content/siteDetails?site={{site}}&x={{medium}}';
  const filled = fillAddress(address, { site: 'https://meet.example.com:8443', medium: 'microphone' });
  expect(filled).toBe('chrome://settings/content/siteDetails?site=https%3A%2F%2Fmeet.example.com%3A8443&x=microphone');
});

test('parts that make no text are a bug that is told', () => {
  expect(() => textKey('guide', 'linux.connect-camera', 'ways', 'plug', 'steps', 'constructor')).toThrow('no text for');
  expect(() => textKey('guide', 'linux.connect-camera')).toThrow('no text for');
});
