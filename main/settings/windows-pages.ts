import { absent, type Reading, thenReading, unreadable, value } from '../../core/reading.ts';
import { type OpenOutcome, SYSTEM_TARGETS, type SystemTarget } from '../../core/settings-targets.ts';
import type { Machine } from '../machine/machine.ts';
import { joinPath } from '../machine/path.ts';
import type { Launch } from './launch.ts';

type WindowsPage =
  /** A page of the settings, by its address without `ms-settings:`, and the first build that has it under that address. */
  | { readonly settings: string; readonly since?: number }
  /** An old page, by its program in the system’s folder. */
  | { readonly program: string; readonly args: readonly string[] };

/**
 * @see https://learn.microsoft.com/windows/apps/develop/launch/launch-settings-app
 * @see https://learn.microsoft.com/windows/apps/develop/camera/launch-camera-settings
 */
const PAGES: Readonly<Partial<Record<SystemTarget, WindowsPage>>> = {
  'camera-privacy': { settings: 'privacy-webcam' },
  'microphone-privacy': { settings: 'privacy-microphone' },
  'sound-input': { settings: 'sound' },
  // Windows 10 opens something else under this address.
  'camera-devices': { settings: 'camera', since: 22_000 },
  'device-manager': { program: 'mmc.exe', args: ['devmgmt.msc'] },
  services: { program: 'mmc.exe', args: ['services.msc'] },
  'sound-devices': { program: 'control.exe', args: ['mmsys.cpl,,1'] },
};

/** Starts Windows’ own program by its whole path: one of that name elsewhere is somebody else’s. */
export async function openWindowsPage(machine: Machine, target: SystemTarget, launch: Launch): Promise<OpenOutcome> {
  const page = PAGES[target];
  if (page === undefined) return notOpened('Windows has no such page');
  const command = thenReading(machine.env.get('SystemRoot'), (root) => commandFor(machine, page, root));
  if (command.kind !== 'value') return notOpened(command.kind === 'absent' ? 'SystemRoot: it is not set' : command.why);
  const { program, args, shown } = command.value;
  if (!(await launch(program, args))) return notOpened('it could not be started');
  return { kind: 'opened', command: shown };
}

interface Command {
  readonly program: string;
  readonly args: readonly string[];
  readonly shown: string;
}

function commandFor(machine: Machine, page: WindowsPage, root: string): Reading<Command> {
  if ('program' in page) {
    const program = joinPath(machine, root, `System32\\${page.program}`);
    return value({ program, args: page.args, shown: `${page.program} ${page.args.join(' ')}` });
  }
  const { settings, since = 0 } = page;
  const build = Number(/^\d+\.\d+\.(\d+)/.exec(machine.release)?.[1] ?? 0);
  if (build < since) return unreadable('this version of Windows has no such page');
  if (isHidden(visibilities(machine), settings)) return unreadable('an administrator has hidden this page');
  const address = `ms-settings:${settings}`;
  return value({ program: joinPath(machine, root, 'explorer.exe'), args: [address], shown: address });
}

const EXPLORER = 'SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Policies\\Explorer';

/**
 * The pages that an administrator has taken out of the settings, which then open at their start instead; `absent` where
 * nobody has laid anything down.
 *
 * @see https://learn.microsoft.com/windows/configuration/settings/page-visibility
 */
export function readHiddenPages(machine: Machine): Reading<readonly SystemTarget[]> {
  const found = visibilities(machine);
  const unread = found.find(({ kind }) => kind === 'unreadable');
  if (unread?.kind === 'unreadable') return unread;
  if (found.every(({ kind }) => kind === 'absent')) return absent;
  const targets = SYSTEM_TARGETS.filter((target) => {
    const page = PAGES[target];
    return page !== undefined && 'settings' in page && isHidden(found, page.settings);
  });
  return value(targets);
}

interface Visibility {
  readonly mode: 'hide' | 'showonly';
  readonly pages: readonly string[];
}

/** What is laid down for the computer, and for the person. */
function visibilities(machine: Machine): readonly Reading<Visibility>[] {
  return ['HKLM', 'HKCU'].map((hive) =>
    thenReading(machine.registry.value(`${hive}\\${EXPLORER}`, 'SettingsPageVisibility'), (found) => {
      const [mode, pages = ''] = found.type === 'REG_SZ' ? found.data.toLowerCase().split(':', 2) : [];
      if (mode !== 'hide' && mode !== 'showonly') return unreadable('SettingsPageVisibility: it has another form');
      return value({ mode, pages: pages.split(';').map((each) => each.trim()) });
    }),
  );
}

/** Where that cannot be read the page is tried: nothing worse can come of it. */
function isHidden(found: readonly Reading<Visibility>[], page: string): boolean {
  return found.some(
    (each) => each.kind === 'value' && each.value.pages.includes(page) === (each.value.mode === 'hide'),
  );
}

function notOpened(why: string): OpenOutcome {
  return { kind: 'not-opened', why };
}
