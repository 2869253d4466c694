import type { FirefoxPermission, FirefoxPolicies, FirefoxRule } from '../facts/firefox.ts';
import type { Evidence } from '../finding.ts';
import type { Medium } from '../medium.ts';
import type { Reading } from '../reading.ts';
import type { PermissionDecision } from './permission-decision.ts';

/** Everything about one medium of one Firefox profile, with where each part stands in the facts. */
export interface FirefoxLayers {
  readonly medium: Medium;
  readonly permission: Pick<FirefoxPermission, 'sites' | 'preferences'>;
  readonly policies: Reading<FirefoxPolicies>;
  readonly permissionFact: string;
  readonly policyFact: string;
}

/** `null`: the layer has nothing to say. */
type Layer = (layers: FirefoxLayers) => Omit<PermissionDecision, 'unread'> | { readonly unread: string } | null;

/**
 * In the order in which Firefox goes: without `mediaDevices` a page cannot even ask, a refusal by preference comes
 * before the permissions, which a Firefox that need not ask never looks at; a policy’s permission replaces the stored
 * one, a stored one beats every default, and a locked default beats the person’s. Tried on Firefox ESR 153 in `tests/browsers`.
 *
 * @see https://searchfox.org/mozilla-central/source/dom/media/MediaManager.cpp
 * @see https://searchfox.org/mozilla-central/source/browser/components/enterprisepolicies/Policies.sys.mjs
 */
const LAYERS: readonly Layer[] = [
  mediaDevices,
  refused,
  withoutAsking,
  policyForSite,
  storedForSite,
  lockedDefault,
  ownDefault,
  policyDefault,
];

export function decideFirefox(layers: FirefoxLayers): PermissionDecision {
  const unread: string[] = [];
  for (const layer of LAYERS) {
    const said = layer(layers);
    if (said === null) continue;
    if ('setting' in said) return { ...said, unread: [...new Set(unread)] };
    unread.push(said.unread);
  }
  return { setting: 'ask', cause: null, forAllSites: true, evidence: [], unread: [...new Set(unread)] };
}

function mediaDevices({ permission, permissionFact }: FirefoxLayers): ReturnType<Layer> {
  return fromPreference(permission, permissionFact, 'mediaDevices', (preferences) =>
    whenIs(false, preferences.mediaDevices),
  );
}

function refused({ permission, permissionFact, medium }: FirefoxLayers): ReturnType<Layer> {
  return fromPreference(permission, permissionFact, `${medium}.refused`, (preferences) =>
    whenIs(true, preferences[medium].refused),
  );
}

function policyForSite({ policies, policyFact, medium }: FirefoxLayers): ReturnType<Layer> {
  if (policies.kind === 'unreadable') return { unread: `${policyFact}: ${policies.why}` };
  if (policies.kind === 'absent') return null;
  const { site } = policies.value[medium];
  return site === null
    ? null
    : byPolicy(site, false, policyEvidence(policyFact, policies.value, `${medium}.site`, site));
}

function storedForSite({ permission: { sites }, permissionFact, medium }: FirefoxLayers): ReturnType<Layer> {
  const fact = `${permissionFact}.sites`;
  if (sites.kind === 'unreadable') return { unread: `${fact}: ${sites.why}` };
  if (sites.kind === 'absent') return null;
  const stored = sites.value[medium];
  if (stored.kind === 'unreadable') return { unread: `${fact}.${medium}: ${stored.why}` };
  if (stored.kind === 'absent') return null;
  const index = stored.value.rules.findIndex(isForOrdinaryTabs);
  const rule = stored.value.rules[index];
  if (rule === undefined) return null;
  const { origin, setting } = rule;
  const evidence = [
    { fact: `${fact}.${medium}.rules[${index}]`, value: `${origin}: ${setting}` },
    { fact: `${fact}.file`, value: sites.value.file },
    { fact: `${fact}.writtenAt`, value: sites.value.writtenAt },
  ];
  return { setting, cause: setting === 'block' ? 'browser.site-block' : null, forAllSites: false, evidence };
}

/** Rows with attributes behind `^` are for a container or a partition, which a page usually is not in. */
export function isForOrdinaryTabs({ origin }: FirefoxRule): boolean {
  return !origin.includes('^');
}

/** A default that is locked counts whatever it is: also one that says no more than to ask. */
function lockedDefault(layers: FirefoxLayers): ReturnType<Layer> {
  const { policies, policyFact, medium } = layers;
  if (policies.kind !== 'value' || !policies.value[medium].locked) return null;
  if (policies.value[medium].blockNewRequests !== false) return policyDefault(layers);
  const evidence = policyEvidence(policyFact, policies.value, `${medium}.locked`, 'to ask');
  return { setting: 'ask', cause: null, forAllSites: true, evidence };
}

function ownDefault({ permission, permissionFact, medium }: FirefoxLayers): ReturnType<Layer> {
  const { preferences } = permission;
  if (preferences.kind === 'unreadable') return { unread: `${permissionFact}.preferences: ${preferences.why}` };
  if (preferences.kind === 'absent') return null;
  const fact = `${permissionFact}.preferences.${medium}.byDefault`;
  const { byDefault } = preferences.value[medium];
  if (byDefault.kind === 'unreadable') return { unread: `${fact}: ${byDefault.why}` };
  if (byDefault.kind === 'absent' || byDefault.value === 'ask') return null;
  const evidence = [{ fact, value: byDefault.value }, ...fileEvidence(permissionFact, preferences.value)];
  const cause = byDefault.value === 'block' ? 'browser.default-block' : null;
  return { setting: byDefault.value, cause, forAllSites: true, evidence };
}

/** `BlockNewRequests`: only a default, which neither an allowed site nor, unless locked, the person’s own is subject to. */
function policyDefault({ policies, policyFact, permission, medium }: FirefoxLayers): ReturnType<Layer> {
  if (policies.kind !== 'value' || policies.value[medium].blockNewRequests !== true) return null;
  const { preferences } = permission;
  const own = preferences.kind === 'value' ? preferences.value[medium].byDefault : preferences;
  if (!policies.value[medium].locked && own.kind === 'value' && own.value !== 'block') return null;
  return byPolicy('block', true, policyEvidence(policyFact, policies.value, `${medium}.blockNewRequests`, 'true'));
}

function withoutAsking({ permission: { preferences }, permissionFact }: FirefoxLayers): ReturnType<Layer> {
  if (preferences.kind !== 'value') return null;
  const fact = `${permissionFact}.preferences.withoutAsking`;
  const { withoutAsking: on } = preferences.value;
  if (on.kind === 'unreadable') return { unread: `${fact}: ${on.why}` };
  if (on.kind === 'absent' || !on.value) return null;
  return { setting: 'allow', cause: null, forAllSites: true, evidence: [{ fact, value: 'true' }] };
}

function byPolicy(
  setting: 'allow' | 'block',
  forAllSites: boolean,
  evidence: readonly Evidence[],
): Omit<PermissionDecision, 'unread'> {
  return { setting, cause: setting === 'block' ? 'browser.policy-denies' : null, forAllSites, evidence };
}

function policyEvidence(fact: string, { file }: FirefoxPolicies, field: string, said: string): readonly Evidence[] {
  return [
    { fact: `${fact}.${field}`, value: said },
    { fact: `${fact}.file`, value: file },
  ];
}

type Preferences = Extract<FirefoxPermission['preferences'], { kind: 'value' }>['value'];

function fileEvidence(permissionFact: string, { file, writtenAt }: Preferences): readonly Evidence[] {
  return [
    { fact: `${permissionFact}.preferences.file`, value: file },
    { fact: `${permissionFact}.preferences.writtenAt`, value: writtenAt },
  ];
}

function fromPreference(
  { preferences }: FirefoxLayers['permission'],
  permissionFact: string,
  field: string,
  look: (preferences: Preferences) => Reading<string>,
): ReturnType<Layer> {
  if (preferences.kind === 'unreadable') return { unread: `${permissionFact}.preferences: ${preferences.why}` };
  if (preferences.kind === 'absent') return null;
  const fact = `${permissionFact}.preferences.${field}`;
  const found = look(preferences.value);
  if (found.kind === 'unreadable') return { unread: `${fact}: ${found.why}` };
  if (found.kind === 'absent') return null;
  const evidence = [{ fact, value: found.value }, ...fileEvidence(permissionFact, preferences.value)];
  return { setting: 'block', cause: 'browser.media-disabled', forAllSites: false, evidence };
}

function whenIs(wanted: boolean, reading: Reading<boolean>): Reading<string> {
  if (reading.kind !== 'value') return reading;
  return reading.value === wanted ? { kind: 'value', value: String(wanted) } : { kind: 'absent' };
}
