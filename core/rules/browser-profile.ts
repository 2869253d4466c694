import type { Engine } from '../browsers/browser-description.ts';
import type { PermissionDecision } from '../browsers/permission-decision.ts';
import type { BrowserPermission, BrowserPolicy } from '../facts/browser-permissions.ts';
import type { ChromiumPolicies } from '../facts/chromium.ts';
import type { FactReading } from '../facts/facts.ts';
import type { FirefoxPolicies } from '../facts/firefox.ts';
import type { Evidence } from '../finding.ts';
import { type Reading, unreadable } from '../reading.ts';
import type { Subject } from '../subject.ts';
import { finding, grant, type Judgement, undetermined } from './rule.ts';

type PermissionOf<E extends Engine> = Extract<BrowserPermission, { engine: E }>;

/** What an administrator can lay down, by the engines that it can be laid down for. */
interface Policies {
  readonly chromium: ChromiumPolicies;
  readonly gecko: FirefoxPolicies;
}

type Found<E extends Engine> =
  | { readonly kind: 'found'; readonly index: number; readonly permission: PermissionOf<E> }
  | { readonly kind: 'nothing'; readonly judgements: readonly Judgement[] };

/**
 * What the subject’s profile has stored, for the rules of one engine. They have nothing to say of an app, of a browser
 * of another engine, or of one that was never started; and where the profile was not read, they cannot tell.
 */
export function permissionOf<E extends Engine>(
  permissions: readonly BrowserPermission[],
  subject: Subject,
  engine: E,
): Found<E> {
  if (subject.kind !== 'browser' || subject.browser.engine !== engine) return nothing();
  const { id, profiles } = subject.browser;
  if (profiles.kind === 'unreadable') return nothing(undetermined(`the profiles of ${id}: ${profiles.why}`));
  if (subject.profile === null) return nothing();
  const index = permissions.findIndex(
    (permission) => permission.browserId === id && permission.profile === subject.profile,
  );
  const permission = permissions[index];
  if (permission === undefined || !isOf(permission, engine)) {
    return nothing(undetermined(`browserPermissions: nothing was read about ${subject.id}`));
  }
  return { kind: 'found', index, permission };
}

function isOf<E extends Engine>(permission: BrowserPermission, engine: E): permission is PermissionOf<E> {
  return permission.engine === engine;
}

/** What is laid down for one browser, and where that stands in the facts. */
export function policiesOf<E extends keyof Policies>(
  all: FactReading<'browserPolicies'> | undefined,
  browserId: string,
  engine: E,
): { readonly policies: Reading<Policies[E]>; readonly policyFact: string } {
  const policyFact = 'browserPolicies';
  if (all?.kind === 'unreadable') return { policies: all, policyFact };
  const index = all?.kind === 'value' ? all.value.findIndex((policy) => policy.browserId === browserId) : -1;
  const policy = all?.kind === 'value' ? all.value[index] : undefined;
  if (policy === undefined || !isLaidDownFor(policy, engine)) {
    return { policies: unreadable('they were not read'), policyFact };
  }
  return { policies: policy.policies, policyFact: `${policyFact}[${index}].policies` };
}

function isLaidDownFor<E extends keyof Policies>(
  policy: BrowserPolicy,
  engine: E,
): policy is BrowserPolicy & { readonly policies: Reading<Policies[E]> } {
  return policy.engine === engine;
}

function nothing(...judgements: readonly Judgement[]): { kind: 'nothing'; judgements: readonly Judgement[] } {
  return { kind: 'nothing', judgements };
}

/**
 * What a decision means for the subject. Without a site the default may still have an exception for the one that
 * matters: likely not where there are none at all, and else who knows.
 */
export function judgeDecision(
  { setting, cause, forAllSites, evidence, unread }: PermissionDecision,
  profile: Evidence,
  { siteIsKnown, exceptions }: { readonly siteIsKnown: boolean; readonly exceptions: number },
): readonly Judgement[] {
  if (setting === 'allow') return [grant];
  if (cause === null) return [];
  // What could not be read may say otherwise, and stands above it.
  const isSure = unread.length === 0 && (siteIsKnown || !forAllSites);
  const certainty = isSure ? 'certain' : unread.length === 0 && exceptions === 0 ? 'likely' : 'possible';
  return [finding(cause, certainty, ...evidence, profile)];
}
