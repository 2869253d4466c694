import { absent, type Reading, thenReading, unreadable, value } from '../../../core/reading.ts';
import type { CommandOutput, Machine } from '../../machine/machine.ts';
import { desktopNames } from '../../machine/xdg.ts';
import { defineProbe } from '../probe.ts';

const LIMIT = { milliseconds: 4_000, bytes: 64 * 1024 };
const SCHEMA = 'org.gnome.desktop.privacy';

/**
 * GNOME’s camera and microphone switches. Looked at on GNOME’s own desktops only: elsewhere the keys may be left over
 * from another session, and nothing shows them to the person.
 *
 * @see https://gitlab.gnome.org/GNOME/gsettings-desktop-schemas/-/blob/master/schemas/org.gnome.desktop.privacy.gschema.xml.in
 */
export const desktopPrivacy = defineProbe({
  fact: 'desktopPrivacy',
  on: ['linux'],
  speed: 'slow',
  read: async (machine) => {
    const desktop = machine.env.get('XDG_CURRENT_DESKTOP');
    if (desktop.kind === 'unreadable') return desktop;
    if (!desktopNames(machine).some((name) => name.toUpperCase() === 'GNOME')) return absent;
    const [camera, microphone] = await Promise.all([
      readSwitch(machine, 'disable-camera'),
      readSwitch(machine, 'disable-microphone'),
    ]);
    return thenReading(camera, (ofCamera) =>
      thenReading(microphone, (ofMicrophone) => value({ camera: ofCamera, microphone: ofMicrophone })),
    );
  },
});

async function readSwitch(machine: Machine, key: string): Promise<Reading<'on' | 'off'>> {
  const output = await machine.run(['gsettings', 'get', SCHEMA, key], LIMIT);
  if (output.kind === 'absent')
    return unreadable('gsettings: it is not installed, so GNOME’s switches cannot be asked');
  return thenReading(output, (answer) => toSwitch(key, answer));
}

function toSwitch(key: string, { code, stdout, stderr }: CommandOutput): Reading<'on' | 'off'> {
  const said = stdout.trim();
  if (code === 0 && said === 'true') return value('off');
  if (code === 0 && said === 'false') return value('on');
  if (/^No such (schema|key)/.test(stderr)) return absent;
  return unreadable(`gsettings: it did not tell ${key}`);
}
