import type { Case } from '../../core/case.ts';
import type { Emit } from '../../core/contract.ts';
import { keepInMemory } from '../front-end/progress-keeper.ts';
import { type Complain, serve } from '../front-end/serve.ts';
import { startSession } from '../front-end/session.ts';
import type { Machine } from '../machine/machine.ts';
import type { Launch } from '../settings/launch.ts';
import { type Loopback, type LoopbackOptions, type Started, startLoopback } from './server.ts';

export interface ServeAppOptions extends Pick<LoopbackOptions, 'folder' | 'port' | 'onListeners'> {
  readonly machine: Machine;
  readonly about: Case | null;
  readonly launch: Launch;
  readonly complain: Complain;
}

export type Serving =
  | ({ readonly kind: 'serving' } & Pick<Loopback, 'address' | 'close'>)
  | Extract<Started, { kind: 'failed' }>;

/** The whole app over loopback: one session with the doctor, served to one browser. */
export async function serveApp(options: ServeAppOptions): Promise<Serving> {
  const { machine, about, launch, complain, onListeners, ...loopback } = options;
  let server: Loopback | null = null;
  const emit: Emit = (event, payload) => server?.emit(event, payload);
  const session = startSession({ machine, about, launch, emit, keeper: keepInMemory() });
  const started = await startLoopback({
    ...loopback,
    answer: serve(session.handlers, complain),
    onListeners: (count) => {
      // A page that comes back asks for its watch anew.
      if (count === 0) session.stopWatch();
      onListeners(count);
    },
  });
  if (started.kind === 'failed') return started;
  server = started;
  const { address, close } = started;
  return {
    kind: 'serving',
    address,
    close: async () => {
      session.close();
      await close();
    },
  };
}
