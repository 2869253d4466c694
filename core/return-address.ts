import type { Case } from './case.ts';

/** Where a person goes back to once it works: the page that the case names, or else its site; null where it has neither. */
export function returnAddress(about: Case | null): string | null {
  const address = about?.return ?? about?.site;
  return address === undefined ? null : (URL.parse(address)?.href ?? null);
}
