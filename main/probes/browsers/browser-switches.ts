import { describeBrowser, isBrowserId } from '../../../core/browsers/browsers.ts';
import type { Browser } from '../../../core/facts/browser.ts';
import { CAPTURE_SWITCHES } from '../../../core/facts/chromium.ts';
import { type Reading, unreadable, value, valueOr } from '../../../core/reading.ts';
import type { Process } from '../../machine/machine.ts';
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
    const main = processes.value.flatMap(asMainProcess);
    return value(
      browsers.value
        .filter(({ engine }) => engine === 'chromium')
        .flatMap((browser) => {
          const switches = CAPTURE_SWITCHES.filter((name) =>
            main.some(({ program, args }) => isOf(browser, program) && args.some((arg) => isSwitch(arg, name))),
          );
          return switches.length === 0 ? [] : [{ browserId: browser.id, switches }];
        }),
    );
  },
});

interface MainProcess {
  readonly program: string;
  readonly args: readonly string[];
}

/** The processes that a browser starts for pages and devices say their type; only the first was started by somebody. */
function asMainProcess({ path, args }: Process): readonly MainProcess[] {
  const told: Reading<readonly string[]> = args;
  const given = valueOr(told, []);
  const program = path.replace(/^.*[\\/]/, '').replace(/\.exe$/i, '');
  return given.some((arg) => arg.startsWith('--type=')) ? [] : [{ program, args: given }];
}

function isOf({ product }: Browser, program: string): boolean {
  return isBrowserId(product) && describeBrowser(product).processes.includes(program);
}

function isSwitch(arg: string, name: string): boolean {
  return arg === `--${name}` || arg.startsWith(`--${name}=`);
}
