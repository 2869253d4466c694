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
  /** Waits until all is written; false where a result could not be, which was said then. */
  flush(): Promise<boolean>;
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
  let failure: string | null = null;
  // The reader of a pipe may leave early (`| head`): that is its right, and no failure.
  stdout.on('error', (error) => {
    const code = 'code' in error ? String(error.code) : error.message;
    if (code !== 'EPIPE') failure ??= code;
  });
  stderr.on('error', () => {});
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
      if (failure === null) return true;
      stderr.write(`capture-doctor: the answer could not be written (${failure})\n`);
      return false;
    },
  };
}
