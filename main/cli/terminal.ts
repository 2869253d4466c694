import { styleText } from 'node:util';
import type { Paint } from '../../core/report/forms/text.ts';

/** Where the command speaks: results on standard output, everything else on standard error. */
export interface Terminal {
  /** A result. */
  print(text: string): void;
  /** A sentence for the person beside it. */
  note(sentence: string): void;
  /** A line that the next one replaces. */
  progress(line: string | null): void;
  /** Whether somebody watches, so that progress is worth telling. */
  readonly isWatched: boolean;
  /** How results are coloured; it heeds NO_COLOR, and that a pipe has no colours. */
  readonly paint: Paint;
  flush(): Promise<void>;
}

const STYLES = {
  ready: 'green',
  'will-ask': 'green',
  degraded: 'yellow',
  blocked: 'red',
  unknown: 'yellow',
  heading: 'bold',
  quiet: 'dim',
} as const satisfies Record<Parameters<Paint>[0], Parameters<typeof styleText>[0]>;

const ERASE_LINE = '\r\u001b[K';

export function realTerminal(): Terminal {
  const { stdout, stderr } = process;
  // The reader of a pipe may leave early (`| head`); that is its right.
  for (const stream of [stdout, stderr]) stream.on('error', () => process.exit(process.exitCode ?? 0));
  let shown = false;
  const erase = (): void => {
    if (shown) stderr.write(ERASE_LINE);
    shown = false;
  };
  return {
    print: (text) => {
      erase();
      stdout.write(text);
    },
    note: (sentence) => {
      erase();
      stderr.write(`${sentence}\n`);
    },
    progress: (line) => {
      erase();
      if (line === null) return;
      stderr.write(line.slice(0, (stderr.columns ?? 80) - 1));
      shown = true;
    },
    isWatched: stderr.isTTY === true,
    paint: (part, text) => styleText(STYLES[part], text, { stream: stdout, validateStream: true }),
    flush: async () => {
      erase();
      await Promise.all([stdout, stderr].map((stream) => new Promise((done) => stream.write('', done))));
    },
  };
}
