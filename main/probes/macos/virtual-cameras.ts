import type { MacCameraExtension } from '../../../core/facts/macos.ts';
import { mapReading, type Reading, thenReading, unreadable, value } from '../../../core/reading.ts';
import { outputOf } from '../../parse/command-output.ts';
import { defineProbe } from '../probe.ts';

const PLUG_INS = '/Library/CoreMediaIO/Plug-Ins/DAL';

/**
 * Virtual cameras of the old kind, which programs loaded into themselves.
 *
 * @see https://developer.apple.com/videos/play/wwdc2022/10022/
 * @see https://chromestatus.com/feature/5086798634156032
 */
export const macCameraPlugIns = defineProbe({
  fact: 'macCameraPlugIns',
  on: ['darwin'],
  speed: 'fast',
  read: async (machine) =>
    mapReading(await machine.files.list(PLUG_INS), (names) =>
      names.flatMap((name) => (name.endsWith('.plugin') ? [{ name: name.slice(0, -'.plugin'.length) }] : [])),
    ),
});

export const EXTENSIONS_COMMAND = ['/usr/bin/systemextensionsctl', 'list'] as const;

const HEADER = 'enabled\tactive';
const CAMERA_SECTION = 'com.apple.system_extension.cmio';

/** Its output is for people: a line for each extension, under a line for each kind. What else is installed is left out. */
export const macCameraExtensions = defineProbe({
  fact: 'macCameraExtensions',
  on: ['darwin'],
  speed: 'slow',
  read: async (machine) => {
    const ran = await machine.run(EXTENSIONS_COMMAND, { milliseconds: 4_000, bytes: 1024 * 1024 });
    return thenReading(outputOf('systemextensionsctl', ran), parseExtensions);
  },
});

function parseExtensions(text: string): Reading<MacCameraExtension[]> {
  if (!/^\d+ extension\(s\)/m.test(text)) return unreadable('systemextensionsctl: it lists them in an unknown form');
  let isCamera = false;
  const found: MacCameraExtension[] = [];
  for (const line of text.split('\n')) {
    const section = /^--- (\S+)/.exec(line)?.[1];
    if (section !== undefined) isCamera = section === CAMERA_SECTION;
    if (!isCamera || line.startsWith(HEADER)) continue;
    const extension = parseExtension(line);
    if (extension !== null) found.push(extension);
  }
  return value(found);
}

const LONGEST_LINE = 2_000;

/** Fields parted by tabs: one holds the bundle id and version, the last the state in brackets. */
function parseExtension(line: string): MacCameraExtension | null {
  if (line.length > LONGEST_LINE) return null;
  const fields = line.trimEnd().split('\t');
  const bundleId = fields.map((field) => /^([\w.-]+) \(/.exec(field)?.[1]).find((id) => id !== undefined);
  const last = fields.at(-1) ?? '';
  const opened = last.lastIndexOf('[');
  if (bundleId === undefined || opened === -1 || !last.endsWith(']')) return null;
  return { bundleId, state: stateOf(last.slice(opened + 1, -1)) };
}

function stateOf(state: string): MacCameraExtension['state'] {
  if (state === 'activated enabled') return 'enabled';
  return state === 'activated waiting for user' ? 'waiting-for-user' : 'other';
}
