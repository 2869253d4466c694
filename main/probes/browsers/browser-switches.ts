import { describeBrowser, isBrowserId } from '../../../core/browsers/browsers.ts';
import { CAPTURE_SWITCHES, type CaptureSwitch } from '../../../core/browsers/capture-switches.ts';
import type { Browser } from '../../../core/facts/browser.ts';
import { unreadable, value, valueOr } from '../../../core/reading.ts';
import type { Machine, Process } from '../../machine/machine.ts';
import { folderOf } from '../../machine/path.ts';
import { defineProbe } from '../probe.ts';

/** What the running browsers of the Chromium family were started with, as far as it bears on capture. */
export const browserSwitches = defineProbe({
  fact: 'browserSwitches',
  on: ['linux', 'darwin', 'win32'],
  speed: 'fast',
  after: ['browsers'],
  read: async (machine, { known: { browsers } }) => {
    if (browsers?.kind !== 'value') return browsers ?? unreadable('the browsers were not read');
    const processes = await machine.processes();
    if (processes.kind !== 'value') return processes;
    const own = browsers.value.filter(({ engine }) => engine === 'chromium');
    const untold = processes.value.find(({ path, args }) => args.kind === 'unreadable' && isNamed(path, own));
    if (untold?.args.kind === 'unreadable') return untold.args;
    // Hardly any process says anything of this, and whose it is takes a look at the disk.
    const telling = processes.value.flatMap(asMainProcess).filter(({ switches }) => switches.length > 0);
    const owned = await Promise.all(
      telling.map(async (process) => ({ process, owners: await ownersOf(machine, process, own) })),
    );
    return value(
      own.flatMap((browser) => {
        const given = owned.flatMap(({ process, owners }) => (owners.includes(browser) ? process.switches : []));
        const switches = CAPTURE_SWITCHES.filter((name) => given.includes(name));
        return switches.length === 0 ? [] : [{ browserId: browser.id, switches }];
      }),
    );
  },
});

interface MainProcess {
  readonly path: string;
  readonly switches: readonly CaptureSwitch[];
  /** Where it was told to keep its profiles. */
  readonly dataFolder: string | undefined;
}

/** The processes that a browser starts for pages and devices say their type; only the first was started by somebody. */
function asMainProcess({ path, args: told }: Process): readonly MainProcess[] {
  const args = valueOr(told, []);
  if (args.some((arg) => arg.startsWith('--type='))) return [];
  const dataFolder = args.findLast((arg) => arg.startsWith('--user-data-dir='))?.replace(/^[^=]*=/, '');
  return [{ path, switches: CAPTURE_SWITCHES.filter((name) => args.some((arg) => isSwitch(arg, name))), dataFolder }];
}

function isSwitch(arg: string, name: CaptureSwitch): boolean {
  if (arg === `--${name}`) return true;
  return arg.startsWith(`--${name}=`) && !CAPTURE_SWITCHES.some((other) => arg === `--${other}`);
}

/**
 * Whose program it is: by its name; where it was told where to keep its profiles, by that, since a browser with profiles
 * of its own, such as a test’s, says nothing about the person’s; and where several share a name, by its
 * package and folder.
 */
async function ownersOf(
  machine: Machine,
  { path, dataFolder }: MainProcess,
  browsers: readonly Browser[],
): Promise<readonly Browser[]> {
  const real = async (place: string): Promise<string> => valueOr(await machine.files.realPath(place), place);
  const named = browsers.filter((browser) => isNamed(path, [browser]));
  const folders = await Promise.all(named.map((browser) => real(browser.dataFolder)));
  const told = dataFolder === undefined ? undefined : await real(dataFolder);
  const own = named.filter(
    ({ packaging }, place) =>
      (told === undefined || folders[place] === told) && path.startsWith('/snap/') === (packaging === 'snap'),
  );
  if (own.length < 2) return own;
  const programs = await Promise.all(own.map((browser) => real(browser.program)));
  const placed = own.filter((_browser, place) => folderOf(programs[place] ?? '') === folderOf(path));
  return placed.length === 1 ? placed : own;
}

/** Whether a program is called as one of the browsers’ is. */
function isNamed(path: string, browsers: readonly Browser[]): boolean {
  const program = path.replace(/^.*[\\/]/, '').replace(/\.exe$/i, '');
  return browsers.some(({ product }) => isBrowserId(product) && describeBrowser(product).processes.includes(program));
}
