import type { Host } from '../../../core/facts/host.ts';
import { absent, type Reading, unreadable, value } from '../../../core/reading.ts';
import type { Machine } from '../../machine/machine.ts';
import { defineProbe } from '../probe.ts';
import { describeVersion, readMacVersion } from './version.ts';

export const macHost = defineProbe({
  fact: 'host',
  on: ['darwin'],
  speed: 'fast',
  read: async (machine) => {
    const session = readSession(machine);
    return value({
      system: describeVersion(await readMacVersion(machine)),
      release: machine.release,
      arch: machine.arch,
      locale: machine.locale,
      desktop: absent,
      displayServer: absent,
      session: session.kind,
      sessionSign: session.sign,
      virtual: unreadable('this version does not look for a hypervisor on macOS'),
    });
  },
});

/** Screen sharing leaves no sign: whoever shares the screen of a Mac uses its devices and not their own. */
function readSession(machine: Machine): { kind: Host['session']; sign: Reading<string> } {
  for (const name of ['SSH_CONNECTION', 'SSH_TTY']) {
    const variable = machine.env.get(name);
    if (variable.kind === 'unreadable') return { kind: variable, sign: absent };
    if (variable.kind === 'value') return { kind: value('remote'), sign: value(name) };
  }
  return { kind: value('local'), sign: absent };
}
