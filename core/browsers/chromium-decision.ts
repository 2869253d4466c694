import type { CauseId } from '../causes/catalogue.ts';
import type { ChromiumPermission, ChromiumPolicies, ChromiumSetting, MediumPermission } from '../facts/chromium.ts';
import type { Evidence } from '../finding.ts';
import type { Medium } from '../medium.ts';
import { type Reading, thenReading } from '../reading.ts';
import type { CaptureSwitch } from './capture-switches.ts';
import type { PermissionDecision } from './permission-decision.ts';

/** Everything about one medium of one profile, with where each part stands in the facts. */
export interface ChromiumLayers {
  readonly medium: Medium;
  readonly permission: Pick<ChromiumPermission, 'store'>;
  readonly policies: Reading<ChromiumPolicies>;
  /** Of the running browser; empty where it does not run, or where that could not be seen. */
  readonly switches: readonly CaptureSwitch[];
  readonly permissionFact: string;
  readonly policyFact: string;
  readonly switchesFact: string;
}

/** `null`: the layer has nothing to say. */
type Said = Omit<PermissionDecision, 'unread'> | { readonly unread: string } | null;

/**
 * In the order in which Chromium goes. The last two stand behind the question itself: they answer in the person’s place
 * where everything above comes to "ask". Tried on Chromium 156 in `tests/browsers`.
 *
 * @see https://chromium.googlesource.com/chromium/src/+/main/chrome/browser/media/webrtc/media_stream_device_permissions.cc
 * @see https://chromium.googlesource.com/chromium/src/+/main/components/content_settings/core/common/content_settings_enums.mojom
 * @see https://chromium.googlesource.com/chromium/src/+/main/components/permissions/permission_decision_auto_blocker.cc
 */
const LAYERS: readonly ((layers: ChromiumLayers) => Said)[] = [
  questionAnsweredBySwitch,
  allowedByPolicy,
  deniedByPolicy,
  mediaStreamPolicy,
  extension,
  siteRule,
  byDefault,
];

const BEHIND_THE_QUESTION: typeof LAYERS = [embargo, questionDeniedBySwitch];

export function decideChromium(layers: ChromiumLayers): PermissionDecision {
  const unread: string[] = [];
  const firstOf = (list: typeof LAYERS): Omit<PermissionDecision, 'unread'> | null => {
    for (const layer of list) {
      const said = layer(layers);
      if (said === null) continue;
      if ('setting' in said) return said;
      unread.push(said.unread);
    }
    return null;
  };
  const asking = { setting: 'ask', cause: null, forAllSites: true, evidence: [] } as const;
  const said = firstOf(LAYERS) ?? asking;
  const answered = said.setting === 'ask' ? (firstOf(BEHIND_THE_QUESTION) ?? said) : said;
  return { ...answered, unread: [...new Set(unread)] };
}

function questionAnsweredBySwitch({ switches, switchesFact }: ChromiumLayers): Said {
  const [granting, denying] = ['use-fake-ui-for-media-stream', 'use-fake-ui-for-media-stream=deny'] as const;
  const evidence = (name: string): Evidence => ({ fact: switchesFact, value: `--${name}` });
  if (switches.includes(denying)) return says('block', 'browser.started-with-flags', false, evidence(denying));
  return switches.includes(granting) ? says('allow', null, true, evidence(granting)) : null;
}

function allowedByPolicy({ policies, policyFact, medium }: ChromiumLayers): Said {
  if (policies.kind === 'unreadable') return { unread: `${policyFact}: ${policies.why}` };
  const listed = policies.kind === 'value' ? policies.value[medium].allowedFor : null;
  if (listed === null) return null;
  return says(
    'allow',
    null,
    false,
    policyEvidence(policyFact, `${medium}.allowedFor`, { from: listed.from, setting: listed.pattern }),
  );
}

function deniedByPolicy({ policies, policyFact, medium }: ChromiumLayers): Said {
  const allowed = policies.kind === 'value' ? policies.value[medium].allowed : null;
  // To allow it is the same as not to say anything.
  if (allowed === null || allowed.setting) return null;
  return says('block', 'browser.policy-denies', true, policyEvidence(policyFact, `${medium}.allowed`, allowed));
}

function mediaStreamPolicy({ policies, policyFact }: ChromiumLayers): Said {
  const laidDown = policies.kind === 'value' ? policies.value.mediaStream : null;
  if (laidDown === null) return null;
  const cause = laidDown.setting === 'block' ? 'browser.policy-denies' : null;
  return says(laidDown.setting, cause, true, policyEvidence(policyFact, 'mediaStream', laidDown));
}

function extension(layers: ChromiumLayers): Said {
  return fromStore(layers, ({ extensions }, fact) => {
    if (extensions.kind === 'unreadable') return { unread: `${fact}.extensions: ${extensions.why}` };
    const [rule] = extensions.kind === 'value' ? extensions.value : [];
    if (rule === undefined) return null;
    const cause = rule.setting === 'block' ? 'browser.extension-denies' : null;
    const value = `${rule.extension}: ${rule.pattern}: ${rule.setting}`;
    return says(rule.setting, cause, false, { fact: `${fact}.extensions[0]`, value });
  });
}

/** The first rule counts, also an explicit "ask", which overrides a blocked default. */
function siteRule(layers: ChromiumLayers): Said {
  return fromStore(layers, ({ rules: [rule] }, fact) => {
    if (rule === undefined) return null;
    const cause = rule.setting === 'block' ? 'browser.site-block' : null;
    return says(rule.setting, cause, false, { fact: `${fact}.rules[0]`, value: `${rule.pattern}: ${rule.setting}` });
  });
}

function byDefault(layers: ChromiumLayers): Said {
  return fromStore(layers, ({ byDefault: setting }, fact) => {
    if (setting.kind === 'unreadable') return { unread: `${fact}.byDefault: ${setting.why}` };
    if (setting.kind === 'absent') return null;
    const cause = setting.value === 'block' ? 'browser.default-block' : null;
    return says(setting.value, cause, true, { fact: `${fact}.byDefault`, value: setting.value });
  });
}

function embargo(layers: ChromiumLayers): Said {
  return fromStore(layers, ({ embargo: running }, fact) => {
    if (running.kind === 'unreadable') return { unread: `${fact}.embargo: ${running.why}` };
    if (running.kind === 'absent') return null;
    const value = `${running.value.reason} too often, until ${running.value.until}`;
    return says('block', 'browser.site-embargo', false, { fact: `${fact}.embargo`, value });
  });
}

function questionDeniedBySwitch({ switches, switchesFact }: ChromiumLayers): Said {
  return switches.includes('deny-permission-prompts')
    ? says('block', 'browser.started-with-flags', true, { fact: switchesFact, value: '--deny-permission-prompts' })
    : null;
}

/** What the store says of the medium, with the file and its time as evidence beside it. */
function fromStore(
  { permission: { store }, permissionFact, medium }: ChromiumLayers,
  look: (stored: MediumPermission, fact: string) => Said,
): Said {
  const fact = `${permissionFact}.store`;
  if (store.kind === 'unreadable') return { unread: `${fact}: ${store.why}` };
  const stored = thenReading(store, (each) => each[medium]);
  if (stored.kind === 'unreadable') return { unread: `${fact}.${medium}: ${stored.why}` };
  if (stored.kind === 'absent' || store.kind === 'absent') return null;
  const said = look(stored.value, `${fact}.${medium}`);
  if (said === null || 'unread' in said) return said;
  const { file, writtenAt } = store.value;
  const written = [
    { fact: `${fact}.file`, value: file },
    { fact: `${fact}.writtenAt`, value: writtenAt },
  ];
  return { ...said, evidence: [...said.evidence, ...written] };
}

function says(setting: ChromiumSetting, cause: CauseId | null, forAllSites: boolean, ...evidence: Evidence[]): Said {
  return { setting, cause, forAllSites, evidence };
}

function policyEvidence(fact: string, part: string, { from, setting }: { from: string; setting: unknown }): Evidence {
  return { fact: `${fact}.${part}`, value: `${from}: ${String(setting)}` };
}
