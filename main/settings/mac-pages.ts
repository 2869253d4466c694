import { macGenerationOf } from '../../core/guides/system.ts';
import type { OpenOutcome, SystemTarget } from '../../core/settings-targets.ts';
import type { Machine } from '../machine/machine.ts';
import type { Launch } from './launch.ts';

/** A page by its address, or by a script where no address leads there. */
type MacPage =
  | { readonly address: string; readonly path: string }
  | { readonly script: readonly string[]; readonly path: string };

interface Releases {
  /** System Preferences, macOS 10.14 to 12; missing where they have no such page. */
  readonly old?: MacPage;
  /** System Settings, from macOS 13 on; missing where they have no such page. */
  readonly new?: MacPage;
}

const SCHEME = 'x-apple.systempreferences:';
const OLD = 'System Preferences';
const NEW = 'System Settings';

function privacy(anchor: string, label: string): Releases {
  return {
    old: {
      address: `${SCHEME}com.apple.preference.security?${anchor}`,
      path: `${OLD} › Security & Privacy › Privacy › ${label}`,
    },
    new: {
      address: `${SCHEME}com.apple.settings.PrivacySecurity.extension?${anchor}`,
      path: `${NEW} › Privacy & Security › ${label}`,
    },
  };
}

/**
 * The scheme did not change its name with the program. An anchor that a release does not know leads to the page above it.
 * Up to macOS 12 sound has no address.
 *
 * @see https://github.com/bvanpeski/SystemPreferences
 * @see https://chromium.googlesource.com/chromium/src/+/main/base/mac/mac_util.mm
 */
const PAGES: Readonly<Partial<Record<SystemTarget, Releases>>> = {
  'camera-privacy': privacy('Privacy_Camera', 'Camera'),
  'microphone-privacy': privacy('Privacy_Microphone', 'Microphone'),
  'full-disk-access': privacy('Privacy_AllFiles', 'Full Disk Access'),
  'sound-input': {
    old: {
      script: [
        `tell application "${OLD}" to activate`,
        `tell application "${OLD}" to set current pane to pane id "com.apple.preference.sound"`,
      ],
      path: `${OLD} › Sound › Input`,
    },
    new: { address: `${SCHEME}com.apple.Sound-Settings.extension?input`, path: `${NEW} › Sound › Input` },
  },
  'screen-time': {
    old: { address: `${SCHEME}com.apple.preference.screentime`, path: `${OLD} › Screen Time › Content & Privacy` },
    new: {
      address: `${SCHEME}com.apple.Screen-Time-Settings.extension`,
      path: `${NEW} › Screen Time › Content & Privacy`,
    },
  },
  profiles: {
    old: { address: `${SCHEME}com.apple.preferences.configurationprofiles`, path: `${OLD} › Profiles` },
    new: {
      address: `${SCHEME}com.apple.Profiles-Settings.extension`,
      path: `${NEW} › General › Device Management, or Privacy & Security › Profiles`,
    },
  },
};

/**
 * Starts macOS’ own program by its whole path. `open` ends well even where the page is not the one that was meant, so the
 * way there by hand is told beside it.
 *
 * @see https://github.com/CrossPaste/crosspaste-desktop/issues/5035
 */
export async function openMacPage(machine: Machine, target: SystemTarget, launch: Launch): Promise<OpenOutcome> {
  const generation = macGenerationOf(Number.parseInt(machine.release, 10));
  if (generation === undefined) return notOpened('this version of macOS has no such page');
  const isOld = generation === '10.14' || generation === '10.15';
  const page = generation === '10.14' && target === 'screen-time' ? undefined : PAGES[target]?.[isOld ? 'old' : 'new'];
  if (page === undefined) return notOpened('this version of macOS has no such page');
  const [program, args] =
    'address' in page
      ? ['/usr/bin/open', [page.address]]
      : ['/usr/bin/osascript', page.script.flatMap((line) => ['-e', line])];
  if (!(await launch(program, args))) return notOpened(`it could not be started; by hand: ${page.path}`);
  const shown = 'address' in page ? page.address : OLD;
  return { kind: 'opened', command: `${shown} (by hand: ${page.path})` };
}

function notOpened(why: string): OpenOutcome {
  return { kind: 'not-opened', why };
}
