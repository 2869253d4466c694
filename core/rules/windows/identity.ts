import { describeBrowser, isBrowserId } from '../../browsers/browsers.ts';
import type { FactReading } from '../../facts/facts.ts';
import type { Medium } from '../../medium.ts';
import type { Subject } from '../../subject.ts';

/**
 * What Windows asks a subject by: the family name of its package, or, for all unpackaged programs together, the one
 * switch of desktop apps. Null for a package whose family this version does not know.
 */
export type Identity = { readonly kind: 'desktop' } | { readonly kind: 'package'; readonly family: string } | null;

export function identityOf(subject: Subject): Identity {
  if (subject.kind === 'app' || subject.browser.packaging !== 'store') return { kind: 'desktop' };
  const { product } = subject.browser;
  const family = isBrowserId(product) ? describeBrowser(product).windows?.store?.family : undefined;
  return family === undefined ? null : { kind: 'package', family };
}

/** Family names have no case. */
export function isSameFamily(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

/**
 * Windows’ own answer to this app, which holds for every unpackaged program, as they share one switch; null where it
 * gave none that says yes or no.
 */
export function ownAnswer(access: FactReading<'windowsMediaAccess'> | undefined, medium: Medium): 'yes' | 'no' | null {
  const status = access?.kind === 'value' ? access.value[medium] : undefined;
  if (status?.kind !== 'value') return null;
  if (status.value === 'granted') return 'yes';
  return status.value === 'denied' || status.value === 'restricted' ? 'no' : null;
}
