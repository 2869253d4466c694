import { MEDIA, type Medium } from '../../core/medium.ts';
import { type Reading, thenReading, unreadable, value } from '../../core/reading.ts';
import { parseJsonText } from '../parse/json.ts';
import type { MacPermissions } from './mac-permissions.ts';
import type { CommandOutput } from './machine.ts';

/** What a process that was started just for this says: the status of each device, in node-mac-permissions’ words. */
export type FreshMacPermissions = Readonly<Record<Medium, string>>;

/** What such a process has to say, as a message or a line; of what could not be read, why. */
export function freshMessage(permissions: Pick<MacPermissions, 'status'>): object {
  return Object.fromEntries(
    MEDIA.map((medium) => {
      const status = permissions.status(medium);
      return [medium, status.kind === 'value' ? status.value : { why: status.kind === 'absent' ? '' : status.why }];
    }),
  );
}

/** What it has said, which is believed no more than anything else from outside. */
export function readFreshMessage(said: unknown): Reading<FreshMacPermissions> {
  if (typeof said !== 'object' || said === null) return unreadable('a new process: it gave no answer');
  const [camera, microphone] = [partOf(said, 'camera'), partOf(said, 'microphone')];
  if (camera.kind !== 'value') return camera;
  return microphone.kind === 'value' ? value({ camera: camera.value, microphone: microphone.value }) : microphone;
}

function partOf(said: object, medium: Medium): Reading<string> {
  const part: unknown = Reflect.get(said, medium);
  if (typeof part === 'string' && part.length <= MOST) return value(part);
  const why: unknown = typeof part === 'object' && part !== null ? Reflect.get(part, 'why') : undefined;
  return unreadable(
    `a new process: ${typeof why === 'string' && why !== '' ? why.slice(0, MOST) : 'it gave no answer'}`,
  );
}

const MOST = 300;

/** Of a process that prints it. */
export function readFreshOutput(ran: Reading<CommandOutput>): Reading<FreshMacPermissions> {
  if (ran.kind === 'absent') return unreadable('a new process: it could not be started');
  return thenReading(ran, ({ code, stdout }) =>
    code === 0
      ? thenReading(parseJsonText('a new process', stdout), readFreshMessage)
      : unreadable(`a new process: it failed with ${code}`),
  );
}
