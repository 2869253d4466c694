import { CAUSES } from '../causes/catalogue.ts';
import type { Evidence, Finding } from '../finding.ts';
import type { Trouble } from '../guides/guide.ts';
import type { Translate } from '../i18n/translate.ts';
import { MEDIA, type Medium } from '../medium.ts';
import { valueOr } from '../reading.ts';
import type { Report } from './schema.ts';

/** What a person sends to their administrator about one trouble: what is wrong, with its code, and what has to be changed. */
export function administratorText(
  { host: { system }, subjects, findings }: Report,
  trouble: Trouble,
  t: Translate,
): string {
  const { cause, medium, subject } = trouble;
  const words = {
    device: t(`device/${medium}`),
    program: subjects.find(({ id }) => id === subject)?.name ?? '',
  };
  const found = t('administrator/found', {
    title: t(`cause/${cause}/title`, words),
    code: CAUSES[cause].code,
    system: valueOr(system, t('summary/unknownSystem')),
  });
  const lines = administratorLines(
    findings.filter((each) => each.subject === subject),
    t,
  );
  return [found, ...(lines.length > 0 ? lines : [t(`cause/${cause}/fix`, words)])].join('\n');
}

/** The same about all that an administrator has to change; null where nothing is theirs. */
export function administratorTextOfAll({ findings }: Report, t: Translate): string | null {
  const lines = administratorLines(findings, t).map((line) => `- ${line}`);
  return lines.length === 0 ? null : [t('views/report/administratorText'), ...lines].join('\n\n');
}

type Change =
  | 'app'
  | 'appList'
  | 'camera'
  | 'macRestriction'
  | 'macPrivacy'
  | 'capture'
  | 'mediaStream'
  | 'firefoxSite'
  | 'firefoxNew'
  | 'service';

/** A policy that stands in the way: what it is called, where it lies, what it says, and how it has to be changed. */
interface LaidDown {
  readonly policy: string;
  readonly place: string;
  readonly value: string;
  readonly change: Change;
  /** What it should be instead, where that is not the same for all. */
  readonly wanted?: string;
}

const REGISTRY = 'HKLM\\SOFTWARE\\Policies\\Microsoft';
const MDM = './Device/Vendor/MSFT/Policy/Config';

/** What an administrator has to know who is sent the report, line by line; nothing where nothing is theirs to change. */
export function administratorLines(findings: readonly Finding[], t: Translate): readonly string[] {
  const lines = findings
    .filter(({ layer, certainty }) => (layer === 'management' || layer === 'service') && certainty !== 'possible')
    .flatMap(({ evidence }) => evidence.flatMap((each) => policyBehind(each, evidence) ?? []))
    .map(({ policy, place, value, change, wanted = '' }) =>
      t(`administrator/${change}`, { policy, place, value, wanted, list: `${policy}Urls` }),
    );
  return [...new Set(lines)];
}

function policyBehind(evidence: Evidence, all: readonly Evidence[]): LaidDown | null {
  return (
    windowsPolicy(evidence) ??
    windowsService(evidence) ??
    macPolicy(evidence) ??
    chromiumPolicy(evidence) ??
    firefoxPolicy(evidence, all)
  );
}

const APPS: Readonly<Record<Medium, string>> = { camera: 'LetAppsAccessCamera', microphone: 'LetAppsAccessMicrophone' };

/**
 * @see https://learn.microsoft.com/windows/client-management/mdm/policy-csp-privacy
 * @see https://learn.microsoft.com/windows/client-management/mdm/policy-csp-camera
 */
function windowsPolicy({ fact, value }: Evidence): LaidDown | null {
  const [, group, part, from, list] = /^(windowsPolicies)\.(\w+)\.(group|mdm)(?:\.(\w+))?$/.exec(fact) ?? [];
  if (group === undefined) return null;
  const isMdm = from === 'mdm';
  if (part === 'allowCamera') {
    const place = isMdm ? `${MDM}/Camera` : `${REGISTRY}\\Camera`;
    return { policy: 'AllowCamera', place, value: '0', change: 'camera' };
  }
  const medium = MEDIA.find((each) => each === part);
  if (medium === undefined) return null;
  const place = isMdm ? `${MDM}/Privacy` : `${REGISTRY}\\Windows\\AppPrivacy`;
  if (list === 'all') return { policy: APPS[medium], place, value: '2', change: 'app' };
  return { policy: `${APPS[medium]}_ForceDenyTheseApps`, place, value, change: 'appList' };
}

/** How the services are started unless somebody changes it: as `sc.exe` says it. */
const STARTED: ReadonlyMap<string, string> = new Map([
  ['camsvc', 'demand'],
  ['FrameServer', 'demand'],
  ['Audiosrv', 'auto'],
  ['AudioEndpointBuilder', 'auto'],
]);

/** @see https://learn.microsoft.com/windows-server/administration/windows-commands/sc-config */
function windowsService({ fact, value }: Evidence): LaidDown | null {
  const service = /^windowsServices\.(\w+)$/.exec(fact)?.[1] ?? '';
  const wanted = STARTED.get(service);
  if (wanted === undefined || value !== 'disabled') return null;
  const place = `HKLM\\SYSTEM\\CurrentControlSet\\Services\\${service}`;
  return { policy: service, place, value: '4', change: 'service', wanted };
}

/**
 * A restriction lies in a file of its own; of privacy decisions only the profile’s own payload can be changed.
 *
 * @see https://github.com/apple/device-management/blob/release/mdm/profiles/com.apple.applicationaccess.yaml
 * @see https://github.com/apple/device-management/blob/release/mdm/profiles/com.apple.TCC.configuration-profile-policy.yaml
 */
function macPolicy({ fact, value: laidDown }: Evidence): LaidDown | null {
  const [, place, value] = /^(.*): ([^:]*)$/.exec(laidDown) ?? [];
  if (place === undefined || value === undefined) return null;
  if (fact === 'macManagement.allowCamera') return { policy: 'allowCamera', place, value, change: 'macRestriction' };
  const medium = /^macManagement\.overrides\[\d+\]\.(camera|microphone)$/.exec(fact)?.[1];
  if (medium === undefined) return null;
  const policy = medium === 'camera' ? 'Camera' : 'Microphone';
  return { policy, place: 'com.apple.TCC.configuration-profile-policy', value: place, change: 'macPrivacy' };
}

const CAPTURE: Readonly<Record<Medium, string>> = { camera: 'VideoCaptureAllowed', microphone: 'AudioCaptureAllowed' };

/**
 * The evidence says where it was laid down, and what: `…/managed/it.json: false`.
 *
 * @see https://chromeenterprise.google/policies/#VideoCaptureAllowed
 * @see https://chromeenterprise.google/policies/#DefaultMediaStreamSetting
 */
function chromiumPolicy({ fact, value: laidDown }: Evidence): LaidDown | null {
  const part = /^browserPolicies\[\d+\]\.policies\.(camera\.allowed|microphone\.allowed|mediaStream)$/.exec(fact)?.[1];
  const [, place, value] = /^(.*): ([^:]*)$/.exec(laidDown) ?? [];
  if (part === undefined || place === undefined || value === undefined) return null;
  if (part === 'mediaStream') return { policy: 'DefaultMediaStreamSetting', place, value: '2', change: 'mediaStream' };
  return { policy: CAPTURE[part === 'camera.allowed' ? 'camera' : 'microphone'], place, value, change: 'capture' };
}

/**
 * The file is evidence of its own.
 *
 * @see https://mozilla.github.io/policy-templates/#permissions
 */
function firefoxPolicy({ fact, value }: Evidence, all: readonly Evidence[]): LaidDown | null {
  const [, policies, medium, part] =
    /^(browserPolicies\[\d+\]\.policies)\.(camera|microphone)\.(site|blockNewRequests)$/.exec(fact) ?? [];
  const place = all.find((each) => each.fact === `${policies}.file`)?.value;
  if (medium === undefined || place === undefined) return null;
  const name = `Permissions › ${medium === 'camera' ? 'Camera' : 'Microphone'}`;
  return part === 'site'
    ? { policy: `${name} › Block`, place, value, change: 'firefoxSite' }
    : { policy: `${name} › BlockNewRequests`, place, value, change: 'firefoxNew' };
}
