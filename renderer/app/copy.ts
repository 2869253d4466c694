import type { Outcome } from './parts/told.tsx';

/** Puts a text on the clipboard; false where the page is refused that. */
export async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** The same, and what to say of it. */
export async function copyAndTell(
  text: string,
  words: { readonly copied: string; readonly failed: string },
): Promise<Outcome> {
  const worked = await copy(text);
  return { worked, text: worked ? words.copied : words.failed };
}
