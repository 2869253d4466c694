import type { Terminal } from '../../../../main/cli/terminal.ts';

/** A terminal that keeps what it was told. */
export function noting(): { readonly terminal: Terminal; readonly notes: readonly string[] } {
  const notes: string[] = [];
  const terminal: Terminal = {
    print: (text) => notes.push(text),
    note: (sentence) => notes.push(sentence),
    progress: () => {},
    isWatched: false,
    paint: (_part, text) => text,
    flush: async () => true,
  };
  return { terminal, notes };
}
