import { describe, expect, test } from 'vitest';
import { diagnose } from '../../../../core/diagnose.ts';
import type { Capture } from '../../../../core/facts/capture.ts';
import type { Readings } from '../../../../core/facts/facts.ts';
import { MEDIA, type Medium } from '../../../../core/medium.ts';
import type { Platform } from '../../../../core/platform.ts';
import { absent, unreadable, value } from '../../../../core/reading.ts';
import { RULES } from '../../../../core/rules/index.ts';
import { parseSite } from '../../../../core/site.ts';
import { CAMERA, CHROMIUM, HOST, linuxFacts, SOUND_CARD } from '../facts.ts';

const SOURCE = {
  description: 'Built-in microphone',
  isDefault: true,
  plugged: absent,
  muted: false,
  volumePercent: value(74),
  alsaCard: value(0),
};

const NO_SERVER = absent;
const closed = value({ openable: false, ownership: '0:44 0660' });
const holder = { node: '/dev/video0', own: false, pid: 7, program: 'zoom', streaming: true };
const ruleFor = (setting: 'allow' | 'block' | 'ask') => ({ pattern: 'https://meet.example.com:443', setting });

interface Stored {
  readonly byDefault?: 'block' | 'allow' | 'ask';
  readonly rules?: ReturnType<typeof ruleFor>[];
  readonly sitesAllowed?: number;
  readonly unjudged?: string[];
  readonly policies?: string[];
}

function permissions({ byDefault, rules = [], sitesAllowed = 0, unjudged = [], policies }: Stored): Readings {
  return {
    browserPermissions: value([
      {
        browserId: 'chromium',
        profile: 'Default',
        policies: policies === undefined ? absent : value(policies),
        store: value({
          file: '~/.config/chromium/Default/Preferences',
          writtenAt: '2026-11-20T09:00:00.000Z',
          camera: value({
            byDefault: byDefault === undefined ? absent : value(byDefault),
            rules,
            sitesAllowed,
            unjudged,
          }),
          microphone: value({ byDefault: absent, rules: [], sitesAllowed: 0, unjudged: [] }),
        }),
      },
    ]),
  };
}

interface Row {
  readonly rule: string;
  readonly when: string;
  readonly readings: Readings;
  readonly medium?: Medium;
  readonly site?: string;
  readonly subject?: 'this-app' | 'chromium';
  readonly platform?: Platform;
  /** `cause certainty`, `undetermined`, or nothing. */
  readonly says: readonly string[];
}

const TABLE: readonly Row[] = [
  { rule: 'device.linux-camera', when: 'a camera opens', readings: { cameraNodes: value([CAMERA]) }, says: [] },
  {
    rule: 'device.linux-camera',
    when: 'there is no node',
    readings: { cameraNodes: value([]) },
    says: ['device.none certain'],
  },
  {
    rule: 'device.linux-camera',
    when: 'the only node gives metadata',
    readings: { cameraNodes: value([{ ...CAMERA, givesPictures: value(false) }]) },
    says: ['device.none certain'],
  },
  {
    rule: 'device.linux-camera',
    when: 'what the only node gives is not known',
    readings: { cameraNodes: value([{ ...CAMERA, givesPictures: unreadable('udev has not described it') }]) },
    says: ['undetermined'],
  },
  {
    rule: 'device.linux-camera',
    when: 'the node may not be opened',
    readings: { cameraNodes: value([{ ...CAMERA, access: closed }]) },
    says: ['device.not-readable-by-user certain'],
  },
  {
    rule: 'device.linux-camera',
    when: 'one of two may be opened',
    readings: { cameraNodes: value([{ ...CAMERA, access: closed }, CAMERA]) },
    says: [],
  },
  {
    rule: 'device.linux-camera',
    when: 'the node is not in this container',
    readings: { cameraNodes: value([{ ...CAMERA, access: absent }]) },
    says: ['device.not-readable-by-user likely'],
  },
  {
    rule: 'device.linux-camera',
    when: 'whether it may be opened is not known',
    readings: { cameraNodes: value([{ ...CAMERA, access: unreadable('EACCES') }]) },
    says: ['undetermined'],
  },
  {
    rule: 'device.linux-microphone',
    when: 'the sound server offers one',
    medium: 'microphone',
    readings: {
      alsaInputs: value([]),
      audioServer: value({ name: 'PipeWire', defaultIs: 'input', sources: [SOURCE] }),
    },
    says: [],
  },
  {
    rule: 'device.linux-microphone',
    when: 'neither server nor cards have one',
    medium: 'microphone',
    readings: { alsaInputs: value([]), audioServer: value({ name: 'PipeWire', defaultIs: 'input', sources: [] }) },
    says: ['device.none certain'],
  },
  {
    rule: 'device.linux-microphone',
    when: 'a card has one that the server does not offer',
    medium: 'microphone',
    readings: {
      alsaInputs: value([SOUND_CARD]),
      audioServer: value({ name: 'PipeWire', defaultIs: 'input', sources: [] }),
    },
    says: ['device.pipewire-missing likely'],
  },
  {
    rule: 'device.linux-microphone',
    when: 'a card has one that neither the server offers nor the user may open',
    medium: 'microphone',
    readings: {
      alsaInputs: value([{ ...SOUND_CARD, access: closed }]),
      audioServer: value({ name: 'PipeWire', defaultIs: 'input', sources: [] }),
    },
    says: ['device.not-readable-by-user certain', 'device.pipewire-missing likely'],
  },
  {
    rule: 'device.linux-microphone',
    when: 'there is neither server nor card',
    medium: 'microphone',
    readings: { alsaInputs: value([]), audioServer: NO_SERVER },
    says: ['device.none certain'],
  },
  {
    rule: 'device.linux-microphone',
    when: 'a server runs that cannot be asked, and no card has one',
    medium: 'microphone',
    readings: { alsaInputs: value([]), audioServer: unreadable('pactl: it is not installed') },
    says: ['undetermined'],
  },
  {
    rule: 'device.linux-microphone',
    when: 'without a server the card may not be opened',
    medium: 'microphone',
    readings: { alsaInputs: value([{ ...SOUND_CARD, access: closed }]), audioServer: NO_SERVER },
    says: ['device.not-readable-by-user certain'],
  },
  {
    rule: 'device.linux-camera',
    when: 'a remote session has none',
    readings: {
      host: value({ ...HOST, session: value('remote'), sessionSign: value('SSH_CONNECTION') }),
      cameraNodes: value([]),
    },
    says: ['device.none certain', 'device.remote-session likely'],
  },
  {
    rule: 'device.linux-camera',
    when: 'a virtual machine has none',
    readings: { host: value({ ...HOST, virtual: value('KVM') }), cameraNodes: value([]) },
    says: ['device.none certain', 'device.remote-session likely'],
  },
  {
    rule: 'device.linux-camera',
    when: 'a virtual machine has a camera passed on',
    readings: { host: value({ ...HOST, virtual: value('KVM') }), cameraNodes: value([CAMERA]) },
    says: [],
  },
  {
    rule: 'device.linux-camera',
    when: 'one is refused and what another gives is not known',
    readings: {
      cameraNodes: value([
        { ...CAMERA, access: closed },
        { ...CAMERA, givesPictures: unreadable('udev has not described it') },
      ]),
    },
    says: ['undetermined'],
  },
  {
    rule: 'device.linux-microphone',
    when: 'the sound server of a virtual machine cannot be asked',
    medium: 'microphone',
    readings: {
      host: value({ ...HOST, virtual: value('WSL') }),
      alsaInputs: value([]),
      audioServer: unreadable('pactl: it is not installed'),
    },
    says: ['undetermined'],
  },
  {
    rule: 'device.linux-microphone',
    when: 'nothing is plugged into the only socket',
    medium: 'microphone',
    readings: {
      alsaInputs: value([SOUND_CARD]),
      audioServer: value({ name: 'PipeWire', defaultIs: 'input', sources: [{ ...SOURCE, plugged: value(false) }] }),
    },
    says: ['device.unplugged likely'],
  },
  {
    rule: 'device.linux-microphone',
    when: 'one of two sockets has something in it',
    medium: 'microphone',
    readings: {
      alsaInputs: value([SOUND_CARD]),
      audioServer: value({
        name: 'PipeWire',
        defaultIs: 'input',
        sources: [{ ...SOURCE, plugged: value(false) }, SOURCE],
      }),
    },
    says: [],
  },
  {
    rule: 'signal.monitor-as-default',
    when: 'programs record the speakers',
    medium: 'microphone',
    readings: { audioServer: value({ name: 'PipeWire', defaultIs: 'monitor', sources: [SOURCE] }) },
    says: ['signal.wrong-device likely'],
  },
  {
    rule: 'signal.monitor-as-default',
    when: 'there is nothing but the speakers',
    medium: 'microphone',
    readings: { audioServer: value({ name: 'PipeWire', defaultIs: 'monitor', sources: [] }) },
    says: [],
  },
  {
    rule: 'device.camera-in-use',
    when: 'another program streams one of two cameras',
    readings: {
      cameraNodes: value([CAMERA, { ...CAMERA, node: '/dev/video2' }]),
      deviceHolders: value({ camera: [holder], microphone: [], hiddenProcesses: 0 }),
    },
    says: ['device.in-use possible'],
  },
  {
    rule: 'device.camera-in-use',
    when: 'other programs stream both cameras',
    readings: {
      cameraNodes: value([CAMERA, { ...CAMERA, node: '/dev/video2' }]),
      deviceHolders: value({
        camera: [holder, { ...holder, node: '/dev/video2' }],
        microphone: [],
        hiddenProcesses: 0,
      }),
    },
    says: ['device.in-use likely', 'device.in-use likely'],
  },
  {
    rule: 'device.camera-in-use',
    when: 'a player has a video decoder open, which is no camera',
    readings: {
      cameraNodes: value([CAMERA, { ...CAMERA, node: '/dev/video10', givesPictures: value(false) }]),
      deviceHolders: value({ camera: [{ ...holder, node: '/dev/video10' }], microphone: [], hiddenProcesses: 0 }),
    },
    says: [],
  },
  {
    rule: 'device.camera-in-use',
    when: 'a program holds the virtual camera that it feeds',
    readings: {
      cameraNodes: value([{ ...CAMERA, virtual: true }]),
      deviceHolders: value({ camera: [{ ...holder, program: 'obs' }], microphone: [], hiddenProcesses: 0 }),
    },
    says: ['device.in-use possible'],
  },
  {
    rule: 'device.camera-in-use',
    when: 'nobody is seen, but some could not be looked at',
    readings: {
      cameraNodes: value([CAMERA]),
      deviceHolders: value({ camera: [], microphone: [], hiddenProcesses: 2 }),
    },
    says: ['undetermined'],
  },
  {
    rule: 'device.microphone-in-use',
    when: 'another program has the only input',
    medium: 'microphone',
    readings: {
      alsaInputs: value([SOUND_CARD]),
      deviceHolders: value({
        camera: [],
        microphone: [{ ...holder, node: SOUND_CARD.node, program: 'arecord' }],
        hiddenProcesses: 0,
      }),
    },
    says: ['device.in-use likely'],
  },
  {
    rule: 'device.microphone-in-use',
    when: 'it has one of two',
    medium: 'microphone',
    readings: {
      alsaInputs: value([SOUND_CARD, { ...SOUND_CARD, node: '/dev/snd/pcmC1D0c' }]),
      deviceHolders: value({
        camera: [],
        microphone: [{ ...holder, node: SOUND_CARD.node, program: 'arecord' }],
        hiddenProcesses: 0,
      }),
    },
    says: ['device.in-use possible'],
  },
  ...['pipewire', 'wireplumber', 'pipewire-media-session', 'pipewire-pulse', 'pulseaudio'].map(
    (program): Row => ({
      rule: 'device.microphone-in-use',
      when: `${program} has it, for everybody`,
      medium: 'microphone',
      readings: {
        alsaInputs: value([SOUND_CARD]),
        deviceHolders: value({
          camera: [],
          microphone: [{ ...holder, node: SOUND_CARD.node, program }],
          hiddenProcesses: 0,
        }),
      },
      says: [],
    }),
  ),
  {
    rule: 'platform.not-examined',
    when: 'no probe reads the system',
    platform: 'win32',
    subject: 'this-app',
    readings: {},
    says: ['undetermined'],
  },
  {
    rule: 'browser.stored-permission',
    when: 'the default blocks, no site was named, and some sites are allowed',
    readings: permissions({ byDefault: 'block', sitesAllowed: 1 }),
    says: ['browser.default-block possible'],
  },
  {
    rule: 'browser.stored-permission',
    when: 'the site is allowed but a policy bears on it',
    readings: permissions({ rules: [ruleFor('allow')], policies: ['/etc/chromium/policies/managed/it.json'] }),
    says: ['undetermined'],
  },
  {
    rule: 'browser.stored-permission',
    when: 'the site is allowed but an extension bears on it',
    readings: permissions({ rules: [ruleFor('allow')], unjudged: ['what an extension sets'] }),
    says: ['undetermined'],
  },
  {
    rule: 'linux.desktop-privacy-off',
    when: 'the switch is off and the browser opens devices itself',
    readings: { desktopPrivacy: value({ camera: 'off', microphone: 'on' }) },
    says: ['linux.desktop-privacy-off possible'],
  },
  {
    rule: 'linux.desktop-privacy-off',
    when: 'the switch is off and the portal is the only way',
    readings: {
      desktopPrivacy: value({ camera: 'off', microphone: 'on' }),
      browsers: value([{ ...CHROMIUM, packaging: 'flatpak' }]),
      sandboxes: value([
        { browserId: 'chromium', packaging: 'flatpak', camera: value(false), microphone: value(true), sign: 'x' },
      ]),
    },
    says: ['linux.desktop-privacy-off likely'],
  },
  {
    rule: 'linux.desktop-privacy-off',
    when: 'the desktop has no such switch',
    readings: { desktopPrivacy: absent },
    says: [],
  },
  {
    rule: 'linux.sandbox-denies',
    when: 'a snap is not connected',
    readings: {
      browsers: value([{ ...CHROMIUM, packaging: 'snap' }]),
      sandboxes: value([
        { browserId: 'chromium', packaging: 'snap', camera: value(false), microphone: value(true), sign: 'x' },
      ]),
    },
    says: ['linux.sandbox-denies certain'],
  },
  {
    rule: 'linux.sandbox-denies',
    when: 'what a flatpak gives depends on a condition',
    readings: {
      browsers: value([{ ...CHROMIUM, packaging: 'flatpak' }]),
      sandboxes: value([
        {
          browserId: 'chromium',
          packaging: 'flatpak',
          camera: unreadable('given on a condition'),
          microphone: value(true),
          sign: 'x',
        },
      ]),
    },
    says: ['undetermined'],
  },
  {
    rule: 'linux.sandbox-denies',
    when: 'nothing was read about a snap',
    readings: { browsers: value([{ ...CHROMIUM, packaging: 'snap' }]), sandboxes: value([]) },
    says: ['undetermined'],
  },
  {
    rule: 'linux.sandbox-denies',
    when: 'the browser is a native package',
    readings: { sandboxes: value([]) },
    says: [],
  },
  {
    rule: 'browser.stored-permission',
    when: 'the site is blocked',
    readings: permissions({ rules: [ruleFor('block')] }),
    says: ['browser.site-block certain'],
  },
  {
    rule: 'browser.stored-permission',
    when: 'the site is to be asked although the default blocks',
    readings: permissions({ byDefault: 'block', rules: [ruleFor('ask')] }),
    says: [],
  },
  {
    rule: 'browser.stored-permission',
    when: 'the first rule allows and a later one blocks',
    readings: permissions({ rules: [ruleFor('allow'), ruleFor('block')] }),
    says: [],
  },
  {
    rule: 'browser.stored-permission',
    when: 'the default blocks and the site is known',
    site: 'https://meet.example.com',
    readings: permissions({ byDefault: 'block' }),
    says: ['browser.default-block certain'],
  },
  {
    rule: 'browser.stored-permission',
    when: 'the default blocks and no site was named, which may be an exception',
    readings: permissions({ byDefault: 'block' }),
    says: ['browser.default-block likely'],
  },
  {
    rule: 'browser.stored-permission',
    when: 'the store cannot be read',
    readings: {
      browserPermissions: value([
        { browserId: 'chromium', profile: 'Default', policies: absent, store: unreadable('it is not JSON') },
      ]),
    },
    says: ['undetermined'],
  },
  {
    rule: 'browser.stored-permission',
    when: 'the profile has stored nothing',
    readings: {
      browserPermissions: value([{ browserId: 'chromium', profile: 'Default', policies: absent, store: absent }]),
    },
    says: [],
  },
  {
    rule: 'browser.stored-permission',
    when: 'the profile was not looked at',
    readings: { browserPermissions: value([]) },
    says: ['undetermined'],
  },
  {
    rule: 'browser.stored-permission',
    when: 'the profiles cannot be read',
    readings: {
      browsers: value([{ ...CHROMIUM, profiles: unreadable('EACCES') }]),
      browserPermissions: value([]),
    },
    says: ['undetermined'],
  },
  {
    rule: 'site.insecure-origin',
    when: 'the address is http',
    site: 'http://example.com',
    readings: {},
    says: ['site.insecure-origin certain'],
  },
  {
    rule: 'site.insecure-origin',
    when: 'it is on this computer',
    site: 'http://localhost:3000',
    readings: {},
    says: [],
  },
  {
    rule: 'site.insecure-origin',
    when: 'the app itself is asked',
    subject: 'this-app',
    site: 'http://example.com',
    readings: {},
    says: [],
  },
  {
    rule: 'device.camera-in-use',
    when: 'another program streams',
    readings: {
      cameraNodes: value([CAMERA]),
      deviceHolders: value({ camera: [holder], microphone: [], hiddenProcesses: 0 }),
    },
    says: ['device.in-use likely'],
  },
  {
    rule: 'device.camera-in-use',
    when: 'another program merely has the node open',
    readings: {
      cameraNodes: value([CAMERA]),
      deviceHolders: value({ camera: [{ ...holder, streaming: false }], microphone: [], hiddenProcesses: 0 }),
    },
    says: ['device.in-use possible'],
  },
  {
    rule: 'device.camera-in-use',
    when: 'the browser itself streams',
    readings: {
      cameraNodes: value([CAMERA]),
      deviceHolders: value({
        camera: [{ ...holder, program: 'chromium' }],
        microphone: [],
        hiddenProcesses: 0,
      }),
    },
    says: [],
  },
  {
    rule: 'device.camera-in-use',
    when: 'this app itself streams',
    subject: 'this-app',
    readings: {
      cameraNodes: value([CAMERA]),
      deviceHolders: value({ camera: [{ ...holder, own: true }], microphone: [], hiddenProcesses: 0 }),
    },
    says: [],
  },
  {
    rule: 'device.camera-in-use',
    when: 'the video server holds it for all',
    readings: {
      cameraNodes: value([CAMERA]),
      deviceHolders: value({
        camera: [{ ...holder, program: 'pipewire' }],
        microphone: [],
        hiddenProcesses: 0,
      }),
    },
    says: [],
  },
  {
    rule: 'signal.volume-zero',
    when: 'the only input is muted',
    medium: 'microphone',
    readings: { audioServer: value({ name: 'PipeWire', defaultIs: 'input', sources: [{ ...SOURCE, muted: true }] }) },
    says: ['signal.volume-zero certain'],
  },
  {
    rule: 'signal.volume-zero',
    when: 'the default of two is turned down to nothing',
    medium: 'microphone',
    readings: {
      audioServer: value({
        name: 'PipeWire',
        defaultIs: 'input',
        sources: [
          { ...SOURCE, volumePercent: value(0) },
          { ...SOURCE, isDefault: false },
        ],
      }),
    },
    says: ['signal.volume-zero likely'],
  },
  {
    rule: 'signal.volume-zero',
    when: 'only another input is muted',
    medium: 'microphone',
    readings: {
      audioServer: value({
        name: 'PipeWire',
        defaultIs: 'input',
        sources: [SOURCE, { ...SOURCE, isDefault: false, muted: true }],
      }),
    },
    says: [],
  },
  {
    rule: 'signal.volume-zero',
    when: 'the volume is not known',
    medium: 'microphone',
    readings: {
      audioServer: value({ name: 'PipeWire', defaultIs: 'input', sources: [{ ...SOURCE, volumePercent: absent }] }),
    },
    says: [],
  },
  ...captured('camera', [
    ['a picture came', picture(40), []],
    ['a picture without texture came', picture(0), ['signal.covered likely']],
    ['no frame came', { kind: 'no-signal' }, ['signal.no-frames certain']],
    ['nobody answered', { kind: 'no-answer' }, ['browser.prompt-pending likely']],
    ['the page has no mediaDevices', { kind: 'no-devices' }, ['site.insecure-origin likely']],
    ['there was no device', failed('NotFoundError'), ['device.none likely']],
    ['it was refused', failed('NotAllowedError'), ['browser.temporary-block likely']],
    [
      'the question was closed',
      failed('NotAllowedError', 'Permission dismissed'),
      ['browser.prompt-dismissed certain'],
    ],
    ['it did not start', failed('NotReadableError'), ['device.in-use possible']],
    ['an error nobody knows came', failed('BrandNewError'), []],
  ]),
  ...captured('microphone', [
    ['a sound came', { kind: 'sound', measured: { rms: -40, samples: 48000 } }, []],
    [
      'nothing but zeros came',
      { kind: 'sound', measured: { rms: null, samples: 48000 } },
      ['signal.digital-silence certain'],
    ],
  ]),
];

function picture(deviation: number): Capture['outcome'] {
  return { kind: 'picture', measured: { width: 640, height: 480, frames: 30, luma: 90, deviation } };
}

function failed(error: string, message = 'Some words of a browser'): Capture['outcome'] {
  return { kind: 'failed', error, message };
}

function captured(
  medium: Medium,
  rows: readonly (readonly [string, Capture['outcome'], readonly string[]])[],
): readonly Row[] {
  return rows.map(([when, outcome, says]) => ({
    rule: 'capture.outcome',
    when,
    medium,
    subject: 'this-app',
    readings: {
      captureTests: value([
        { subject: 'this-app', medium, origin: null, takenAt: '2026-11-20T09:00:00.000Z', outcome },
      ]),
    },
    says,
  }));
}

describe('rules', () => {
  test.each(TABLE)(
    '$rule when $when',
    ({ rule: id, readings, medium = 'camera', site, subject = 'chromium', platform = 'linux', says }) => {
      const parsed = site === undefined ? null : parseSite(site);
      const facts = { ...linuxFacts({ browsers: value([CHROMIUM]), ...readings }), platform };
      const question = { site: typeof parsed === 'object' ? parsed : null, media: MEDIA, browser: subject };
      const { findings, undetermined } = diagnose(
        facts,
        question,
        RULES.filter((rule) => rule.id === id),
      );
      const said = [
        ...findings.filter((each) => each.medium === medium).map(({ cause, certainty }) => `${cause} ${certainty}`),
        ...undetermined.filter((each) => each.medium === medium).map(() => 'undetermined'),
      ];
      expect(said).toEqual(says);
    },
  );

  test('every rule has rows in the table', () => {
    expect([...new Set(TABLE.map(({ rule }) => rule))].sort()).toEqual(RULES.map(({ id }) => id).sort());
  });

  test('every finding comes with its evidence, and from a rule that announced it', () => {
    for (const { readings, site } of TABLE) {
      const parsed = site === undefined ? null : parseSite(site);
      const facts = linuxFacts({ browsers: value([CHROMIUM]), ...readings });
      const { findings } = diagnose(facts, {
        site: typeof parsed === 'object' ? parsed : null,
        media: MEDIA,
        browser: null,
      });
      for (const { evidence, cause } of findings) {
        expect(evidence.length).toBeGreaterThan(0);
        expect(
          RULES.some(({ causes }) => causes.includes(cause)),
          cause,
        ).toBe(true);
      }
    }
    expect(TABLE.length).toBeGreaterThan(RULES.length);
  });
});
