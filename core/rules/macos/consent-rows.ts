import type { FactValue } from '../../facts/facts.ts';
import type { MacConsentRow } from '../../facts/macos.ts';
import type { Medium } from '../../medium.ts';

export interface FoundRow {
  readonly row: MacConsentRow;
  readonly fact: string;
}

/** The rows of both databases about one medium of any of these clients. */
export function rowsOf(
  consent: FactValue<'macConsent'>,
  medium: Medium,
  clients: readonly string[],
): readonly FoundRow[] {
  return (['user', 'system'] as const).flatMap((name) => {
    const store = consent[name];
    if (store.kind !== 'value') return [];
    return store.value.flatMap((row, place) =>
      row.medium === medium && clients.includes(row.client) ? [{ row, fact: `macConsent.${name}[${place}]` }] : [],
    );
  });
}
