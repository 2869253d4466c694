import type { Host } from '../../../core/facts/host.ts';
import { absent, type Reading, thenReading, value, valueOr } from '../../../core/reading.ts';
import type { Machine } from '../../machine/machine.ts';
import { defineProbe } from '../probe.ts';
import { readText } from '../read-text.ts';
import { readVirtualisation } from './virtualisation.ts';

export const linuxHost = defineProbe({
  fact: 'host',
  on: ['linux'],
  speed: 'fast',
  read: async (machine) => {
    const [system, virtual, session] = await Promise.all([
      readSystemName(machine),
      readVirtualisation(machine),
      readSession(machine),
    ]);
    return value({
      system,
      release: machine.release,
      arch: machine.arch,
      locale: machine.locale,
      desktop: machine.env.get('XDG_CURRENT_DESKTOP'),
      displayServer: readDisplayServer(machine),
      session: session.kind,
      sessionSign: session.sign,
      virtual,
    });
  },
});

/** @see https://www.freedesktop.org/software/systemd/man/latest/os-release.html */
async function readSystemName(machine: Machine): Promise<string> {
  for (const path of ['/etc/os-release', '/usr/lib/os-release']) {
    const content = await readText(machine, path);
    const name = /^PRETTY_NAME=(?:"([^"\n]*)"|'([^'\n]*)'|(\S+))/m.exec(valueOr(content, ''));
    const pretty = name?.[1] ?? name?.[2] ?? name?.[3];
    if (pretty) return pretty;
  }
  return 'Linux';
}

function readDisplayServer(machine: Machine): Host['displayServer'] {
  const type = machine.env.get('XDG_SESSION_TYPE');
  if (type.kind === 'unreadable') return type;
  if (type.kind === 'value' && (type.value === 'wayland' || type.value === 'x11')) return value(type.value);
  if (machine.env.get('WAYLAND_DISPLAY').kind === 'value') return value('wayland');
  return value(machine.env.get('DISPLAY').kind === 'value' ? 'x11' : 'none');
}

/** Variables that only a session from elsewhere has set. */
const REMOTE_SIGNS = [
  'SSH_CONNECTION',
  'SSH_TTY',
  'XRDP_SESSION',
  'VNCDESKTOP',
  'X2GO_SESSION',
  'NXSESSIONID',
  'CHROME_REMOTE_DESKTOP_SESSION',
] as const;

async function readSession(machine: Machine): Promise<{ kind: Host['session']; sign: Reading<string> }> {
  for (const name of REMOTE_SIGNS) {
    const variable = machine.env.get(name);
    if (variable.kind === 'unreadable') return { kind: variable, sign: absent };
    if (variable.kind === 'value') return { kind: value('remote'), sign: value(name) };
  }
  // systemd keeps the file private, so it is a hint only where it says so plainly; `loginctl` would be a child process.
  const session = await thenReadText(machine, machine.env.get('XDG_SESSION_ID'), (id) => `/run/systemd/sessions/${id}`);
  if (/^REMOTE=1$/m.test(valueOr(session, ''))) return { kind: value('remote'), sign: value('logind REMOTE=1') };
  return { kind: value('local'), sign: absent };
}

async function thenReadText(machine: Machine, id: Reading<string>, path: (id: string) => string) {
  const plain = thenReading(id, (text) => (/^[\w-]+$/.test(text) ? value(text) : absent));
  return plain.kind === 'value' ? readText(machine, path(plain.value)) : plain;
}
