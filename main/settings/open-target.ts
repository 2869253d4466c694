import { isBrowserTarget, type OpenOutcome, type SettingsTarget } from '../../core/settings-targets.ts';
import type { Site } from '../../core/site.ts';
import type { Subject } from '../../core/subject.ts';
import type { Machine } from '../machine/machine.ts';
import { openBrowserPage } from './browser-pages.ts';
import type { Launch } from './launch.ts';
import { openSystemPage } from './system-pages.ts';

/** For whom a page is opened: which browser and which site, where the page is about them. */
export interface OpenFor {
  readonly subject: Subject | null;
  readonly site: Site | null;
}

/** Opens a page by name. Nothing is changed there: that is for the person to do. */
export function openTarget(
  machine: Machine,
  target: SettingsTarget,
  whom: OpenFor,
  launch: Launch,
): Promise<OpenOutcome> {
  return isBrowserTarget(target)
    ? openBrowserPage(machine, target, whom, launch)
    : openSystemPage(machine, target, launch);
}
