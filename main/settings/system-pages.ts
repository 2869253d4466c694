import type { Platform } from '../../core/platform.ts';
import type { OpenOutcome, SystemTarget } from '../../core/settings-targets.ts';
import type { Machine } from '../machine/machine.ts';
import { desktopNames, findByName, xdgFolders } from '../machine/xdg.ts';
import type { Launch } from './launch.ts';
import { openMacPage } from './mac-pages.ts';
import { openWindowsPage } from './windows-pages.ts';

interface Opener {
  readonly command: readonly [string, ...string[]];
  /** Desktops it belongs to, in `XDG_CURRENT_DESKTOP`’s terms; null for any. */
  readonly desktop: string | null;
  /** Name of the desktop file that must exist for it, since panels come and go between releases. */
  readonly desktopFile?: string;
}

/** GNOME 43 to 45 have a panel for each device; later ones keep both under Privacy. */
const gnomePrivacy = (panel: string): readonly Opener[] => [
  { command: ['gnome-control-center', panel], desktop: 'GNOME', desktopFile: `gnome-${panel}-panel` },
  { command: ['gnome-control-center', 'privacy'], desktop: 'GNOME' },
];

/** The first opener that this computer has is used. */
const LINUX_OPENERS: Readonly<Record<SystemTarget, readonly Opener[]>> = {
  'camera-privacy': gnomePrivacy('camera'),
  'microphone-privacy': gnomePrivacy('microphone'),
  'sound-input': [
    { command: ['gnome-control-center', 'sound'], desktop: 'GNOME' },
    { command: ['systemsettings', 'kcm_pulseaudio'], desktop: 'KDE' },
    { command: ['pavucontrol', '--tab=4'], desktop: null },
  ],
  'camera-devices': [],
  'sound-devices': [],
  'device-manager': [],
  services: [],
  'full-disk-access': [],
  'screen-time': [],
  profiles: [],
};

type Open = (machine: Machine, target: SystemTarget, launch: Launch) => Promise<OpenOutcome>;

const OPEN: Readonly<Record<Platform, Open>> = {
  linux: openLinuxPage,
  win32: openWindowsPage,
  darwin: openMacPage,
};

/**
 * Opens a page of the system’s settings. It only starts the system’s own program; what is changed there, a person
 * changes.
 */
export function openSystemPage(machine: Machine, target: SystemTarget, launch: Launch): Promise<OpenOutcome> {
  return OPEN[machine.platform](machine, target, launch);
}

async function openLinuxPage(machine: Machine, target: SystemTarget, launch: Launch): Promise<OpenOutcome> {
  const openers = LINUX_OPENERS[target];
  if (machine.env.get('DISPLAY').kind !== 'value' && machine.env.get('WAYLAND_DISPLAY').kind !== 'value') {
    return { kind: 'not-opened', why: 'there is no desktop here to open it on' };
  }
  const { path, applications } = xdgFolders(machine);
  const names = openers.map(({ command }) => command[0]);
  const panels = openers.flatMap(({ desktopFile }) => (desktopFile === undefined ? [] : [`${desktopFile}.desktop`]));
  const [programs, desktopFiles] = await Promise.all([
    findByName(machine, path, names),
    findByName(machine, applications, panels),
  ]);
  const desktops = desktopNames(machine).map((name) => name.toUpperCase());
  for (const { command, desktop, desktopFile } of openers) {
    if (desktop !== null && !desktops.includes(desktop)) continue;
    if (desktopFile !== undefined && !desktopFiles.has(`${desktopFile}.desktop`)) continue;
    const [name, ...args] = command;
    const program = programs.get(name);
    if (program !== undefined && (await launch(program, args))) return { kind: 'opened', command: command.join(' ') };
  }
  return { kind: 'not-opened', why: 'this desktop has no such page that it knows of' };
}
