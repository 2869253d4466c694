import type { AppPolicy, Families, MediumPolicy } from '../../facts/windows.ts';
import { type Reading, unreadable } from '../../reading.ts';
import { type Identity, isSameFamily } from './identity.ts';

/**
 * What counts of the two where it can be told: one alone, or both where they agree. Device management wins over Group
 * Policy only where `MDMWinsOverGP` says so, which it does not by default; without it Windows promises neither.
 *
 * @see https://learn.microsoft.com/windows/client-management/mdm/policy-csp-controlpolicyconflict
 */
export function effective<P extends keyof AppPolicy>({ mdm, group }: MediumPolicy, part: P) {
  if (mdm[part].kind === 'absent') return { all: group[part], from: 'group' } as const;
  if (group[part].kind === 'unreadable') return { all: group[part], from: 'group' } as const;
  if (agree(mdm[part], group[part])) return { all: mdm[part], from: 'mdm' } as const;
  return { all: DIFFERENT, from: 'mdm' } as const;
}

const DIFFERENT = unreadable('Group Policy says otherwise, and which of the two counts only Windows can say');

type Part = AppPolicy[keyof AppPolicy];

function agree(mdm: Part, group: Part): boolean {
  if (mdm.kind !== 'value' || group.kind !== 'value') return true;
  return meaning(mdm.value) === meaning(group.value);
}

/** Of a list, the browsers in it in any order; what else it holds says nothing about them. */
function meaning(of: string | Families): string {
  return typeof of === 'string' ? of : of.families.toSorted().join(';').toLowerCase();
}

/** Whether one of the two refuses all apps and the other says otherwise. */
export function isDisputedDenial({ mdm, group }: MediumPolicy): boolean {
  return !agree(mdm.all, group.all) && [mdm.all, group.all].some((all) => all.kind === 'value' && all.value === 'deny');
}

const LISTS = ['forceDeny', 'forceAllow', 'userInControl'] as const;

/** The lists of packages, as they count. */
export function listsOf(policy: MediumPolicy) {
  return LISTS.map((list) => {
    const { all, from } = effective(policy, list);
    return { list, reading: all, from };
  });
}

/** The list that names the package, which outranks what holds for all. */
export function listNaming(policy: MediumPolicy, family: string) {
  return listsOf(policy).find(({ reading }) => names(reading, family));
}

function names(list: Reading<Families>, family: string): boolean {
  return list.kind === 'value' && list.value.families.some((each) => isSameFamily(each, family));
}

/**
 * Whether a policy allows it whatever the person’s own switches say; `perhaps` where one of the two policies does so and
 * which of them counts cannot be told. It speaks of Windows apps: whether it outranks the switches for desktop programs
 * is written nowhere.
 *
 * @see https://learn.microsoft.com/windows/client-management/mdm/policy-csp-privacy
 */
export function isForcedToAllow(policy: MediumPolicy, identity: NonNullable<Identity>): boolean | 'perhaps' {
  const both = [policy.mdm, policy.group];
  if (identity.kind === 'package') {
    const { family } = identity;
    const naming = listNaming(policy, family);
    if (naming !== undefined) return naming.list === 'forceAllow';
    if (both.some(({ forceAllow }) => names(forceAllow, family))) return 'perhaps';
  }
  const { all } = effective(policy, 'all');
  if (all.kind === 'value') return all.value === 'allow';
  return both.some((each) => each.all.kind === 'value' && each.all.value === 'allow') && 'perhaps';
}
