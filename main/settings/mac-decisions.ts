import { resetCommand } from '../../core/mac-clients.ts';
import type { Medium } from '../../core/medium.ts';
import type { Reading } from '../../core/reading.ts';
import { answerOf } from '../../core/rules/macos/own-answer.ts';
import type { CommandOutput, Machine, RunLimit } from '../machine/machine.ts';
import { gather, probesFor } from '../probes/gather.ts';
import { loadProbes } from '../probes/index.ts';

/**
 * What makes macOS decide about a device anew. It is no part of a `Machine`, which only reads: each is done for a person
 * who has just pressed the button for it, and for nobody else.
 */
export interface MacDecisions {
  /** Shows macOS’ question, and waits until it is answered. */
  readonly ask: (medium: Medium) => Promise<Reading<string>>;
  readonly run: (command: readonly [string, ...string[]], limit: RunLimit) => Promise<Reading<CommandOutput>>;
}

const NOT_HERE = 'only the app on macOS can do this';

/**
 * Asks the person through macOS; null when they were asked. Asked in any other state than “nobody has answered yet”, the
 * system would open its settings by itself or do nothing, and started from a terminal it would ask about that.
 */
export async function askMac(
  machine: Machine,
  decisions: MacDecisions | undefined,
  medium: Medium,
): Promise<string | null> {
  if (decisions === undefined || machine.platform !== 'darwin') return NOT_HERE;
  const needed = ['macPermissions', 'macFreshPermissions', 'macIdentity'] as const;
  const probes = probesFor(needed, await loadProbes(machine.platform));
  const { macPermissions, macFreshPermissions, macIdentity } = (await gather(machine, { site: null, probes })).readings;
  if (macIdentity?.kind === 'value' && !macIdentity.value.own)
    return 'macOS would ask about the program that this was started from';
  const asked =
    macPermissions?.kind === 'value'
      ? answerOf(medium, { macPermissions: macPermissions.value, macFreshPermissions })
      : macPermissions;
  if (asked?.kind !== 'value') return asked?.kind === 'unreadable' ? asked.why : 'macOS was not asked';
  const { permission } = asked.value;
  if (permission !== 'not-determined') return `macOS asks only once, and its answer is ${permission}`;
  const answer = await decisions.ask(medium);
  if (answer.kind !== 'value') return answer.kind === 'unreadable' ? answer.why : 'macOS gave no answer';
  // Refused without a question, which is what a build without its entitlement gets, or one started from elsewhere.
  const after = machine.native.macPermission(medium);
  const isUnasked = after.kind === 'value' && after.value === 'not determined';
  return isUnasked && answer.value === 'denied'
    ? 'macOS refused without asking: start the installed app from the Finder'
    : null;
}

/** Makes macOS forget its decision about one program and one device; null when it did. */
export async function forgetDecision(
  machine: Machine,
  decisions: MacDecisions | undefined,
  subject: string,
  medium: Medium,
): Promise<string | null> {
  const command = resetCommand(subject, medium);
  if (decisions === undefined || machine.platform !== 'darwin' || command === null) return NOT_HERE;
  const ran = await decisions.run(command, { milliseconds: 5_000, bytes: 64 * 1024 });
  if (ran.kind === 'absent') return 'tccutil is not there';
  if (ran.kind === 'unreadable') return ran.why;
  return ran.value.code === 0 ? null : `tccutil failed with ${ran.value.code}`;
}
