import type { AudioInput } from '../../facts/windows.ts';
import { valueOr } from '../../reading.ts';

/** The input that was made the default last. None where a choice could not be read, since it may have been the last. */
export function lastChosen<I extends AudioInput>(inputs: readonly I[]): I | undefined {
  if (inputs.some(({ chosenAt }) => chosenAt.kind === 'unreadable')) return undefined;
  const chosen = inputs.filter(({ chosenAt }) => chosenAt.kind === 'value');
  return chosen.toSorted((a, b) => valueOr(a.chosenAt, '').localeCompare(valueOr(b.chosenAt, ''))).at(-1);
}
