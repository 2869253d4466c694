import { spawn } from 'node:child_process';
import type { Platform } from '../../core/platform.ts';
import { valueOr } from '../../core/reading.ts';
import type { SettingsTarget } from '../../core/settings-targets.ts';
import type { Machine } from '../machine/machine.ts';
import { xdgFolders } from '../probes/linux/xdg-folders.ts';

/** Starts a program that lives on by itself; false when it could not be started. */
export type Launch = (program: string, args: readonly string[]) => Promise<boolean>;

export type OpenOutcome =
  | { readonly kind: 'opened'; readonly command: string }
  | { readonly kind: 'not-opened'; readonly why: string };

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
const LINUX_OPENERS: Readonly<Record<SettingsTarget, readonly Opener[]>> = {
  'camera-privacy': gnomePrivacy('camera'),
  'microphone-privacy': gnomePrivacy('microphone'),
  'sound-input': [
    { command: ['gnome-control-center', 'sound'], desktop: 'GNOME' },
    { command: ['systemsettings', 'kcm_pulseaudio'], desktop: 'KDE' },
    { command: ['pavucontrol', '--tab=4'], desktop: null },
  ],
};

const OPENERS: Readonly<Record<Platform, Readonly<Record<SettingsTarget, readonly Opener[]>> | null>> = {
  linux: LINUX_OPENERS,
  darwin: null,
  win32: null,
};

/** Opens a settings page by name. It only starts the system’s own program; what is changed there, a person changes. */
export async function openTarget(machine: Machine, target: SettingsTarget, launch: Launch): Promise<OpenOutcome> {
  const openers = OPENERS[machine.platform];
  if (openers === null) return { kind: 'not-opened', why: `this version opens no settings on ${machine.platform}` };
  if (machine.env.get('DISPLAY').kind !== 'value' && machine.env.get('WAYLAND_DISPLAY').kind !== 'value') {
    return { kind: 'not-opened', why: 'there is no desktop here to open it on' };
  }
  for (const { command, desktop, desktopFile } of openers[target]) {
    if (desktop !== null && !isDesktop(machine, desktop)) continue;
    if (desktopFile !== undefined && !(await hasDesktopFile(machine, desktopFile))) continue;
    const [name, ...args] = command;
    const program = await findProgram(machine, name);
    if (program !== null && (await launch(program, args))) return { kind: 'opened', command: command.join(' ') };
  }
  return { kind: 'not-opened', why: 'this desktop has no such page that it knows of' };
}

function isDesktop(machine: Machine, name: string): boolean {
  return valueOr(machine.env.get('XDG_CURRENT_DESKTOP'), '').toUpperCase().split(':').includes(name);
}

async function hasDesktopFile(machine: Machine, name: string): Promise<boolean> {
  const { data } = xdgFolders(machine);
  const found = await Promise.all(data.map((folder) => machine.files.status(`${folder}/applications/${name}.desktop`)));
  return found.some(({ kind }) => kind === 'value');
}

async function findProgram(machine: Machine, name: string): Promise<string | null> {
  for (const folder of xdgFolders(machine).path) {
    const path = `${folder}/${name}`;
    if ((await machine.files.status(path)).kind === 'value') return path;
  }
  return null;
}

/** A program of its own session, so that it stays when this one ends. */
export const launchDetached: Launch = (program, args) =>
  new Promise((resolve) => {
    const child = spawn(program, args, { detached: true, stdio: 'ignore' });
    child.once('error', () => resolve(false));
    child.once('spawn', () => {
      child.unref();
      resolve(true);
    });
  });
