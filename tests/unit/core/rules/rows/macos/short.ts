import type { Capture } from '../../../../../../core/facts/capture.ts';
import type { Readings } from '../../../../../../core/facts/facts.ts';
import type { MacAudioInput, MacConsentRow, MacPermission, MacTransport } from '../../../../../../core/facts/macos.ts';
import { absent, unreadable, value } from '../../../../../../core/reading.ts';
import { captureOf, PICTURE, SOUND as VOICE_MEASURED } from '../../../captures.ts';
import { CHROMIUM, FIREFOX, SAFARI } from '../../../facts.ts';
import type { Row } from '../../row.ts';

/** A row of macOS, in short. */
type Short = readonly [rule: string, when: string, readings: Readings, says: readonly string[], more?: Partial<Row>];

const SITE = 'https://meet.example.com';
export const OWN = { subject: 'this-app' } as const;
export const SOUND = { medium: 'microphone' } as const;
export const OF_CHROME = { subject: 'chrome', site: SITE } as const;
export const OF_FIREFOX = { subject: 'firefox', site: SITE } as const;
export const OF_SAFARI = { subject: 'safari', site: SITE } as const;

const CHROME = { ...CHROMIUM, id: 'chrome', product: 'chrome' };
const browsers = value([CHROME, FIREFOX, SAFARI]);

export function macRows(rows: readonly Short[]): readonly Row[] {
  return rows.map(([rule, when, readings, says, more]) => ({
    rule,
    when,
    readings: { browsers, ...readings },
    says,
    platform: 'darwin',
    ...more,
  }));
}

export const NO = unreadable('x');

/** What macOS answers about the camera; about the microphone it says yes. */
export function own(asked: MacPermission | null, electron: MacPermission | null = asked): Readings {
  const yes = { asked: value('authorized' as const), electron: value('authorized' as const) };
  const camera = {
    asked: asked === null ? NO : value(asked),
    electron: electron === null ? absent : value(electron),
  };
  return { macPermissions: value({ camera, microphone: yes }) };
}

export function fresh(camera: MacPermission): Readings {
  return { macFreshPermissions: value({ camera: value(camera), microphone: value('authorized' as const) }) };
}

export function startedFrom(name: string | null, sure = true): Readings {
  const from = name === null ? absent : value(name);
  return { macIdentity: value({ own: name === null, startedFrom: from, sign: '__CFBundleIdentifier', sure }) };
}

export function row(
  client: string,
  decision: MacConsentRow['decision'],
  reason: 'user' | 'mdm' | 'override' | 'usage-string' | null = 'user',
): MacConsentRow {
  return { client, medium: 'camera', decision, reason: reason === null ? absent : value(reason) };
}

/** Both databases; null for one that could not be read. */
export function consent(user: readonly MacConsentRow[] | null, system: readonly MacConsentRow[] | null = []): Readings {
  const store = (rows: readonly MacConsentRow[] | null) => (rows === null ? NO : value([...rows]));
  return { macConsent: value({ user: store(user), system: store(system) }) };
}

export function managed(isManaged: boolean): Readings {
  return { macEnrolment: value({ managed: isManaged }) };
}

export const UNMANAGED: Readings = { macManagement: value({ overrides: absent, allowCamera: absent }) };

type Outcome = Capture['outcome'];

export function test(subject: string, outcome: Outcome, medium: 'camera' | 'microphone' = 'camera'): Readings {
  const origin = subject === 'this-app' ? null : SITE;
  const name = subject === 'firefox' ? 'gecko' : subject === 'safari' ? 'webkit' : 'chromium';
  const notFound = outcome.kind === 'failed' && outcome.error === 'NotFoundError';
  const request = { permissionAfter: name === 'chromium' ? 'granted' : 'prompt', listed: notFound ? 0 : 1 } as const;
  return {
    captureTests: value([captureOf({ subject, medium, origin, outcome, request, engine: { name, version: 26 } })]),
  };
}

export const failed = (error: string, message = ''): Outcome => ({ kind: 'failed', error, message, constraint: null });
export const NO_SIGNAL: Outcome = {
  kind: 'no-signal',
  milliseconds: 4_000,
  track: { muted: false, mutes: 0, ended: false },
};
export const SILENCE: Outcome = { kind: 'sound', measured: { ...VOICE_MEASURED, rms: null } };
export const VOICE: Outcome = { kind: 'sound', measured: VOICE_MEASURED };
export const SEEN: Outcome = { kind: 'picture', measured: PICTURE };

/** Tests of the microphone, one after another. */
export function soundTests(...all: readonly (readonly [subject: string, outcome: Outcome])[]): Readings {
  return {
    captureTests: value(
      all.map(([subject, outcome]) =>
        captureOf({ subject, medium: 'microphone', origin: subject === 'this-app' ? null : SITE, outcome }),
      ),
    ),
  };
}

export function input(transport: MacTransport, isDefault = false): MacAudioInput {
  return { name: '', transport, isDefault, sampleRate: absent };
}
