import type { AppPolicy, MediumPolicy } from '../../facts/windows.ts';
import { type Identity, isSameFamily } from './identity.ts';

/** What a device management service lays down wins over Group Policy. */
export function effective<P extends keyof AppPolicy>({ mdm, group }: MediumPolicy, part: P) {
  return mdm[part].kind === 'absent'
    ? ({ all: group[part], from: 'group' } as const)
    : ({ all: mdm[part], from: 'mdm' } as const);
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
  return listsOf(policy).find(
    ({ reading }) => reading.kind === 'value' && reading.value.families.some((each) => isSameFamily(each, family)),
  );
}

/**
 * Whether a policy allows it whatever the person’s own switches say. It speaks of Windows apps: whether it outranks the
 * switches for desktop programs is written nowhere.
 *
 * @see https://learn.microsoft.com/windows/client-management/mdm/policy-csp-privacy
 */
export function isForcedToAllow(policy: MediumPolicy, identity: NonNullable<Identity>): boolean {
  const naming = identity.kind === 'package' ? listNaming(policy, identity.family) : undefined;
  if (naming !== undefined) return naming.list === 'forceAllow';
  const { all } = effective(policy, 'all');
  return all.kind === 'value' && all.value === 'allow';
}
