import type { Capture } from '../../core/facts/capture.ts';

/** What one test of one device saw. `core` judges it. */
export type Outcome = Capture['outcome'];

/** How long a request may neither succeed nor fail, in milliseconds: as long as a person may look for the question. */
const ANSWER_LIMIT = 20_000;

/** How long an opened device may stay without a signal. */
export const SIGNAL_LIMIT = 4_000;

/** How long a working device is measured. */
export const MEASURE_TIME = 1_500;

export type Opened =
  | { readonly kind: 'opened'; readonly stream: MediaStream }
  | { readonly kind: 'over'; readonly outcome: Outcome };

/**
 * Asks for one device. A stream that comes after the limit, or after the test was given up, is stopped at once, so that
 * no light stays on.
 */
export async function openDevice(constraints: MediaStreamConstraints, signal: AbortSignal): Promise<Opened> {
  if (navigator.mediaDevices === undefined) return { kind: 'over', outcome: { kind: 'no-devices' } };
  let given = false;
  const late = new Promise<Opened>((resolve) => {
    const giveUp = (): void => {
      given = true;
      resolve({ kind: 'over', outcome: { kind: 'no-answer' } });
    };
    setTimeout(giveUp, ANSWER_LIMIT);
    signal.addEventListener('abort', giveUp, { once: true });
  });
  const opened = navigator.mediaDevices.getUserMedia(constraints).then(
    (stream): Opened => {
      if (given) stopStream(stream);
      return { kind: 'opened', stream };
    },
    (error: unknown): Opened => ({ kind: 'over', outcome: failure(error) }),
  );
  return Promise.race([opened, late]);
}

function failure(error: unknown): Outcome {
  const { name, message } = error instanceof Error ? error : { name: 'unknown', message: String(error) };
  return { kind: 'failed', error: name.slice(0, 100), message: message.slice(0, 1000) };
}

export function stopStream(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}
