/**
 * What looking at one thing on a machine gave. Three different answers, and no fourth:
 *
 * - `value`: it is there, and this is what it says;
 * - `absent`: we could look, and it is not there (an absent key is not a Deny);
 * - `unreadable`: we could not look, and `why` says so in words for a person (it is not "fine" either).
 */
export type Reading<T> =
  | { readonly kind: 'value'; readonly value: T }
  | { readonly kind: 'absent' }
  | { readonly kind: 'unreadable'; readonly why: string };

export const absent: Reading<never> = { kind: 'absent' };

export function value<T>(of: T): Reading<T> {
  return { kind: 'value', value: of };
}

export function unreadable(why: string): Reading<never> {
  return { kind: 'unreadable', why };
}

/** Applies `change` to a value; the other two answers pass through untouched. */
export function mapReading<T, U>(reading: Reading<T>, change: (of: T) => U): Reading<U> {
  return reading.kind === 'value' ? value(change(reading.value)) : reading;
}

/** Like {@link mapReading}, for a change that may itself find nothing, or fail. */
export function thenReading<T, U>(reading: Reading<T>, change: (of: T) => Reading<U>): Reading<U> {
  return reading.kind === 'value' ? change(reading.value) : reading;
}

/** The value, or `otherwise` where there is none for either reason: only where the two need not be told apart. */
export function valueOr<T, U>(reading: Reading<T> | undefined, otherwise: U): T | U {
  return reading?.kind === 'value' ? reading.value : otherwise;
}

/** Those that are there; or, where one could not be looked at, that. */
export function allReadings<T>(readings: readonly Reading<T>[]): Reading<readonly T[]> {
  const values: T[] = [];
  for (const reading of readings) {
    if (reading.kind === 'unreadable') return reading;
    if (reading.kind === 'value') values.push(reading.value);
  }
  return value(values);
}
