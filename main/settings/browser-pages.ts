import type { Engine } from '../../core/browsers/browser-description.ts';
import { mapReading, type Reading, thenReading, value } from '../../core/reading.ts';
import type { BrowserTarget, OpenOutcome } from '../../core/settings-targets.ts';
import type { Site } from '../../core/site.ts';
import type { Subject } from '../../core/subject.ts';
import { expandHome } from '../machine/home-paths.ts';
import type { Machine } from '../machine/machine.ts';
import { applicationOf } from '../machine/path.ts';
import { locateProfile } from '../probes/browsers/firefox/profiles.ts';
import type { Launch } from './launch.ts';

export type BrowserSubject = Extract<Subject, { kind: 'browser' }>;

interface Whereabouts {
  readonly program: string;
  readonly folder: string;
}

type Command = readonly [program: string, ...args: string[]];

/** Asked to open an address, a running browser does so in the profile that it is given. Safari is asked through macOS. */
const COMMANDS: Readonly<Record<Engine, (at: Whereabouts, profile: string | null, address: string) => Command>> = {
  chromium: ({ program }, profile, address) => [
    program,
    ...(profile === null ? [] : [`--profile-directory=${profile}`]),
    address,
  ],
  gecko: ({ program, folder }, profile, address) => [
    program,
    ...(profile === null ? [] : ['-profile', folder]),
    address,
  ],
  webkit: ({ program }, _profile, address) => ['/usr/bin/open', '-a', applicationOf(program), address],
};

/**
 * Which pages of its own a browser opens when another program asks. Chromium opens an empty tab in their place, and
 * Safari has no address for them.
 *
 * @see https://chromium.googlesource.com/chromium/src/+/main/chrome/browser/ui/startup/startup_browser_creator.cc
 */
const PERMISSIONS_PAGE: Readonly<Record<Engine, ((version: Reading<string>) => string) | null>> = {
  chromium: null,
  gecko: (version) => (majorOf(version) >= 153 ? 'about:preferences#permissionsData' : 'about:preferences#privacy'),
  webkit: null,
};

/** Opens a page in the very browser and profile that it is about. */
export async function openBrowserPage(
  machine: Machine,
  target: BrowserTarget,
  { subject, site }: { readonly subject: Subject | null; readonly site: Site | null },
  launch: Launch,
): Promise<OpenOutcome> {
  if (subject?.kind !== 'browser') return notOpened('it was not said in which browser');
  const { browser } = subject;
  const address = target === 'site-in-browser' ? (site?.origin ?? null) : permissionsPage(subject);
  if (address === null) {
    const missing = target === 'site-in-browser' ? 'no site was named' : `${browser.name} opens it from inside only`;
    return notOpened(missing);
  }
  return openInBrowser(machine, subject, address, launch);
}

/** Opens an address, which never comes from a page, in one profile of one browser. */
export async function openInBrowser(
  machine: Machine,
  subject: BrowserSubject,
  address: string,
  launch: Launch,
): Promise<OpenOutcome> {
  const { browser } = subject;
  const located = thenReading(expandHome(browser.program, machine.home), (program) =>
    thenReading(profileFolder(subject), (folder) =>
      mapReading(expandHome(folder, machine.home), (expanded) => ({ program, folder: expanded })),
    ),
  );
  if (located.kind !== 'value') return notOpened(`the path of ${browser.name} is not known`);
  const [program, ...args] = COMMANDS[browser.engine](located.value, subject.profile, address);
  const started = await launch(program, args);
  return started ? { kind: 'opened', command: `${browser.name} ${address}` } : notOpened('it could not be started');
}

/** Firefox’s profiles may lie anywhere; of other browsers the name is enough. */
function profileFolder({ browser, profile }: BrowserSubject): Reading<string> {
  return browser.engine === 'gecko' && profile !== null ? locateProfile(browser.dataFolder, profile) : value('');
}

function permissionsPage({ browser }: BrowserSubject): string | null {
  return PERMISSIONS_PAGE[browser.engine]?.(browser.version) ?? null;
}

/** 0 where the version is not known: the older page still opens in newer versions. */
function majorOf(version: Reading<string>): number {
  return version.kind === 'value' ? Number.parseInt(version.value, 10) || 0 : 0;
}

function notOpened(why: string): OpenOutcome {
  return { kind: 'not-opened', why };
}
