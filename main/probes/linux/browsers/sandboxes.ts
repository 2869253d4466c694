import { describeBrowser, isBrowserId } from '../../../../core/browsers/browsers.ts';
import type { Browser, Sandbox } from '../../../../core/facts/browser.ts';
import type { Medium } from '../../../../core/medium.ts';
import { mapReading, type Reading, thenReading, unreadable, value, valueOr } from '../../../../core/reading.ts';
import type { Machine } from '../../../machine/machine.ts';
import { outputOf } from '../../../parse/command-output.ts';
import { iniSection } from '../../../parse/ini.ts';
import { defineProbe } from '../../probe.ts';
import { readText } from '../../read-text.ts';
import { FLATPAK_ROOTS } from './installations.ts';

const LIMIT = { milliseconds: 4_000, bytes: 1024 * 1024 };

/** What the packages of the installed browsers let them reach. */
export const linuxSandboxes = defineProbe({
  fact: 'sandboxes',
  on: ['linux'],
  speed: 'slow',
  after: ['browsers'],
  read: async (machine, { known: { browsers } }) => {
    if (browsers?.kind !== 'value') return browsers ?? unreadable('the browsers were not read');
    const sandboxes = await Promise.all(browsers.value.map((browser) => readSandbox(machine, browser)));
    return value(sandboxes.filter((sandbox) => sandbox !== null));
  },
});

async function readSandbox(machine: Machine, { id, product, packaging }: Browser): Promise<Sandbox | null> {
  if (!isBrowserId(product)) return null;
  const { snap, flatpak } = describeBrowser(product).linux ?? {};
  if (packaging === 'snap' && snap !== undefined) return readSnap(machine, id, snap.name);
  if (packaging === 'flatpak' && flatpak !== undefined) return readFlatpak(machine, id, flatpak.id);
  return null;
}

/** Either of these interfaces lets a snap record sound; `pulseaudio` is the older one. */
const SNAP_INTERFACES: Readonly<Record<Medium, readonly string[]>> = {
  camera: ['camera'],
  microphone: ['audio-record', 'pulseaudio', 'alsa'],
};

/**
 * `snap connections` lists a snap’s plugs, with `-` for a slot where one is not connected.
 *
 * @see https://snapcraft.io/docs/interface-management
 */
async function readSnap(machine: Machine, browserId: string, snap: string): Promise<Sandbox> {
  const output = outputOf('snap', await machine.run(['snap', 'connections', snap], LIMIT));
  const connected = thenReading(output, (listing): Reading<ReadonlySet<string>> => {
    const [header, ...rows] = listing.split('\n').map((line) => line.trim().split(/\s+/));
    if (header?.[0] !== 'Interface') return unreadable('snap: it listed no connections');
    return value(new Set(rows.flatMap(([name, , slot]) => (name && slot && slot !== '-' ? [name] : []))));
  });
  const has = (medium: Medium) =>
    mapReading(connected, (names) => SNAP_INTERFACES[medium].some((name) => names.has(name)));
  return {
    browserId,
    packaging: 'snap',
    camera: has('camera'),
    microphone: has('microphone'),
    sign: `connected interfaces of the snap ${snap}`,
  };
}

/**
 * A flatpak reaches `/dev/video*` with `devices=all` and the sound server with `sockets=pulseaudio`, from its metadata
 * and the overrides over it, the later ones winning.
 *
 * @see https://docs.flatpak.org/en/latest/flatpak-command-reference.html#flatpak-metadata
 */
async function readFlatpak(machine: Machine, browserId: string, id: string): Promise<Sandbox> {
  const system = '/var/lib/flatpak/overrides';
  const own = '~/.local/share/flatpak/overrides';
  const metadata = await readFirst(
    machine,
    FLATPAK_ROOTS.map((root) => `${root}/app/${id}/current/active/metadata`),
  );
  const overrides = await Promise.all(
    [`${system}/global`, `${system}/${id}`, `${own}/global`, `${own}/${id}`].map((path) => readText(machine, path)),
  );
  const refused = overrides.find((layer) => layer.kind === 'unreadable');
  const layers: Reading<readonly string[]> =
    refused ?? mapReading(metadata, (own) => [own, ...overrides.map((layer) => valueOr(layer, ''))]);
  const has = (key: string, entry: string) => thenReading(layers, (texts) => permission(texts, key, entry));
  return {
    browserId,
    packaging: 'flatpak',
    camera: has('devices', 'all'),
    microphone: has('sockets', 'pulseaudio'),
    sign: `devices=all and sockets=pulseaudio of the flatpak ${id}`,
  };
}

async function readFirst(machine: Machine, paths: readonly string[]): Promise<Reading<string>> {
  for (const path of paths) {
    const text = await readText(machine, path);
    if (text.kind !== 'absent') return text;
  }
  return unreadable(`${paths.at(-1)}: it is not there`);
}

/** Whether the last layer that mentions the entry gives it. One that depends on a condition cannot be told from here. */
function permission(layers: readonly string[], key: string, entry: string): Reading<boolean> {
  let given = false;
  for (const layer of layers) {
    const entries = (iniSection(layer, 'Context').get(key) ?? '').split(';').map((each) => each.trim());
    for (const each of entries) {
      if (each.startsWith(`if:${entry}:`)) return unreadable(`${key}: ${entry} is given on a condition (${each})`);
      if (each === entry) given = true;
      else if (each === `!${entry}`) given = false;
    }
  }
  return value(given);
}
