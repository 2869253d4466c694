import type { AudioInput, Consent, MediumPolicy, WindowsVersion } from '../../../../../../core/facts/windows.ts';
import { absent, value } from '../../../../../../core/reading.ts';
import { FIREFOX } from '../../../facts.ts';
import type { Row } from '../../row.ts';

const ALLOWED: Consent = {
  device: value('allow'),
  apps: value('allow'),
  desktopApps: value('allow'),
  packages: [],
  programs: value([]),
};
export const FAMILY = 'Mozilla.Firefox_n80bbvh6b1yt2';
export const STORE = value([{ ...FIREFOX, packaging: 'store' as const }]);
export const NO_POLICY = { all: absent, userInControl: absent, forceAllow: absent, forceDeny: absent };
const FREE: MediumPolicy = { group: NO_POLICY, mdm: NO_POLICY };
const WINDOWS_10: WindowsVersion = {
  generation: '10',
  build: 19_045,
  revision: value(6_456),
  displayVersion: value('22H2'),
};
const windowsVersion = value(WINDOWS_10);
export const MOVED = value({ ...WINDOWS_10, generation: '11' as const, build: 26_200, revision: value(7_623) });

export const PREVIEW = value({ ...WINDOWS_10, generation: '11' as const, build: 26_120, revision: value(3_000) });

export const VERSION_1809 = value({ ...WINDOWS_10, build: 17_763, displayVersion: absent });
export const VERSION_1903 = value({ ...WINDOWS_10, build: 18_362, displayVersion: absent });

export function consent(change: Partial<Consent>) {
  return { windowsVersion, windowsConsent: value({ camera: { ...ALLOWED, ...change }, microphone: ALLOWED }) };
}

/** Off for desktop apps, and the camera on. */
export function microphoneOff() {
  const microphone: Consent = { ...ALLOWED, desktopApps: value('deny') };
  return { windowsVersion, windowsConsent: value({ camera: ALLOWED, microphone }) };
}

export function policy(change: Partial<MediumPolicy>, allowCamera: { mdm?: boolean; group?: boolean } = {}) {
  const { mdm, group } = allowCamera;
  return {
    windowsPolicies: value({
      camera: { ...FREE, ...change },
      microphone: FREE,
      allowCamera: {
        mdm: mdm === undefined ? absent : value(mdm),
        group: group === undefined ? absent : value(group),
      },
    }),
  };
}

export const answer = (status: 'granted' | 'denied' | 'restricted') => ({
  windowsMediaAccess: value({ camera: value(status), microphone: value(status) }),
});
export const ALLOW = { ...NO_POLICY, all: value('allow' as const) };
export const USER = { ...NO_POLICY, all: value('user' as const) };
export const DENY = { ...NO_POLICY, all: value('deny' as const) };
export const denyBut = (list: 'forceAllow' | 'userInControl' | 'forceDeny') => ({
  ...DENY,
  [list]: value({ families: [FAMILY], others: 1 }),
});
export const ENABLED = {
  camsvc: value('enabled' as const),
  FrameServer: value('enabled' as const),
  Audiosrv: value('enabled' as const),
  AudioEndpointBuilder: absent,
};
export const input = (
  state: 'active' | 'disabled' | 'not-present' | 'unplugged',
  change: Partial<AudioInput> = {},
) => ({
  name: absent,
  state: value(state),
  chosenAt: absent,
  muted: absent,
  decibels: absent,
  ...change,
});

/** Made the default on that day. */
export const chosenOn = (day: number) => ({ chosenAt: value(`2026-11-0${day}T12:00:00.000Z`) });

/** A row of Windows, in short. */
export type Short = readonly [
  rule: string,
  when: string,
  readings: Row['readings'],
  says: readonly string[],
  more?: Partial<Row>,
];

export const PACKAGED = { subject: 'firefox' } as const;
export const OWN = { subject: 'this-app' } as const;
export const SOUND = { medium: 'microphone' } as const;

export function windowsRows(rows: readonly Short[]): readonly Row[] {
  return rows.map(([rule, when, readings, says, more]) => ({ rule, when, readings, says, platform: 'win32', ...more }));
}
