import { watch } from 'node:fs';
import type { Machine } from './machine.ts';
import { type OpenedMachine, openRecordedMachine } from './recorded.ts';

/** A recorded machine that changes as its folder does, and how to let go of the folder. */
export type ChangingMachine =
  | { readonly kind: 'machine'; readonly machine: Machine; readonly close: () => void }
  | Extract<OpenedMachine, { kind: 'invalid' }>;

/**
 * Opens a recorded machine that stands for a computer on which somebody turns switches: what is described beside its
 * file tree is read anew when it changes. While a change is half written, what was read before stands.
 */
export async function openChangingMachine(folder: string): Promise<ChangingMachine> {
  const opened = await openRecordedMachine(folder);
  if (opened.kind === 'invalid') return opened;
  let current = opened.machine;
  const watcher = watch(folder, async () => {
    const again = await openRecordedMachine(folder);
    if (again.kind === 'machine') current = again.machine;
  });
  watcher.unref();
  const machine = new Proxy(opened.machine, { get: (_first, key) => Reflect.get(current, key) });
  return { kind: 'machine', machine, close: () => watcher.close() };
}
