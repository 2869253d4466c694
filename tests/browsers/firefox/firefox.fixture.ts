import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect } from '@playwright/test';
import type { Report } from '../../../core/report/schema.ts';
import { findFirefox } from '../../setup/firefox.ts';
import { diagnose } from '../doctor.ts';
import { withPage } from '../page.ts';
import { DrivenFirefox } from './bidi.ts';

const HEALTHY = join(import.meta.dirname, '../../machines/linux-healthy-firefox-never-asked');
const DATA = '.config/mozilla/firefox';
const PROFILE = 'test.default';

/** What a page gets that asks for the device: `works`, or the name of the error. */
type Deed = string;

/** How a person answers Firefox’s question. */
interface Answer {
  readonly press: 'Allow' | 'Block';
  readonly remember: boolean;
}

type Device = 'video' | 'audio';

interface OpenFirefox {
  /** Asks on the page; where Firefox asks the person in turn, that is `asks`, or the answer is given. */
  readonly getUserMedia: (device: Device, answer?: Answer) => Promise<Deed>;
  readonly reload: () => Promise<void>;
  readonly run: DrivenFirefox['run'];
}

/** A throw-away home folder with a Firefox profile in it, and the doctor looking at both. */
interface Fixtures {
  readonly home: string;
  readonly profile: string;
  /** A page on this computer, as an origin. */
  readonly site: string;
  /** Starts Firefox on the profile, with these lines in its `user.js`, opens the site, and closes Firefox. */
  readonly drive: (preferences: readonly string[], act: (firefox: OpenFirefox) => Promise<void>) => Promise<void>;
  /** What the doctor says of the real computer with this home folder. */
  readonly diagnoseHere: () => Promise<Report>;
  /** What it says of a recorded healthy computer that has this very profile, and these policies. */
  readonly diagnoseHealthyMachine: (policies?: object) => Promise<Report>;
}

export const test = base.extend<Fixtures>({
  home: async ({ browserName: _ }, use) => {
    const home = await mkdtemp(join(tmpdir(), 'capture-doctor-home-'));
    await use(home);
    await rm(home, { recursive: true, force: true, maxRetries: 5 });
  },

  profile: async ({ home }, use) => {
    const profile = join(home, DATA, PROFILE);
    await mkdir(profile, { recursive: true });
    await writeFile(join(home, DATA, 'profiles.ini'), `[Profile0]\nName=test\nIsRelative=1\nPath=${PROFILE}\n`);
    await use(profile);
  },

  site: ({ browserName: _ }, use) => withPage((port) => use(`http://127.0.0.1:${port}`)),

  drive: async ({ home, profile, site }, use) => {
    const found = findFirefox();
    test.skip(found.kind === 'none', found.kind === 'none' ? found.why : '');
    const program = found.kind === 'found' ? found.path : '';
    await use(async (preferences, act) => {
      await writeFile(join(profile, 'user.js'), [...ALWAYS, ...preferences].join('\n'));
      const firefox = await DrivenFirefox.start(program, profile, home);
      try {
        await firefox.open(site);
        await act({
          getUserMedia: async (device, answer) => {
            const deed = await ask(firefox, device, answer);
            // The page’s question would stand before the next one.
            if (deed === 'asks') await firefox.open(site);
            return deed;
          },
          reload: () => firefox.open(site),
          run: (scope, expression) => firefox.run(scope, expression),
        });
      } finally {
        await firefox.close();
      }
    });
  },

  diagnoseHere: async ({ home, site }, use) => {
    await use(() => diagnose(site, [], { HOME: home, XDG_CONFIG_HOME: join(home, '.config') }));
  },

  diagnoseHealthyMachine: async ({ home, profile, site }, use) => {
    await use(async (policies) => {
      const machine = join(home, 'machine');
      await rm(machine, { recursive: true, force: true });
      await cp(HEALTHY, machine, { recursive: true });
      const recorded = join(machine, 'files/home/user', DATA);
      await rm(recorded, { recursive: true });
      await mkdir(join(recorded, PROFILE), { recursive: true });
      await cp(join(profile, '../profiles.ini'), join(recorded, 'profiles.ini'));
      for (const name of ['permissions.sqlite', 'prefs.js', 'user.js']) {
        await cp(join(profile, name), join(recorded, PROFILE, name));
      }
      if (policies !== undefined) {
        await mkdir(join(machine, 'files/etc/firefox/policies'), { recursive: true });
        await writeFile(join(machine, 'files/etc/firefox/policies/policies.json'), JSON.stringify(policies));
      }
      return diagnose(site, ['--machine', machine], {});
    });
  },
});

/** Artificial devices, and no visit to anywhere on the way. */
const ALWAYS = [
  'user_pref("media.navigator.streams.fake", true);',
  'user_pref("browser.shell.checkDefaultBrowser", false);',
  'user_pref("datareporting.policy.dataSubmissionEnabled", false);',
  'user_pref("app.normandy.enabled", false);',
  'user_pref("network.captive-portal-service.enabled", false);',
];

const QUESTION = 'PopupNotifications.getNotification("webRTC-shareDevices")';

async function ask(firefox: DrivenFirefox, device: Device, answer?: Answer): Promise<Deed> {
  await firefox.run(
    'content',
    `window.deed = undefined;
    Promise.resolve().then(() => navigator.mediaDevices.getUserMedia({ ${device}: true })).then(
      (stream) => { for (const track of stream.getTracks()) track.stop(); window.deed = 'works'; },
      (error) => { window.deed = error.name; });
    null`,
  );
  const settled = async (): Promise<Deed | null> => {
    const deed = await firefox.run('content', 'window.deed ?? null');
    if (typeof deed === 'string') return deed;
    const asks = await firefox.run('chrome', `${QUESTION} != null && PopupNotifications.panel.state === 'open'`);
    return asks === true ? 'asks' : null;
  };
  const first = await untilSome(settled);
  if (first !== 'asks') return first;
  await firefox.run('chrome', answer === undefined ? `${QUESTION}.remove()` : pressing(answer));
  if (answer === undefined) return 'asks';
  return untilSome(async () => {
    const deed = await firefox.run('content', 'window.deed ?? null');
    return typeof deed === 'string' ? deed : null;
  });
}

/** Firefox ignores a press within half a second of asking, as a guard against tricks, unless told otherwise. */
function pressing({ press, remember }: Answer): string {
  return `(() => {
    const question = PopupNotifications.panel.firstElementChild;
    if (question.checkbox.checked !== ${remember}) question.checkbox.click();
    (${press === 'Allow'} ? question.button : question.secondaryButton).click();
  })()`;
}

async function untilSome<T>(look: () => Promise<T | null>): Promise<T> {
  const found: T[] = [];
  await expect(async () => {
    const seen = await look();
    if (seen !== null) found.push(seen);
    expect(found).not.toEqual([]);
  }).toPass({ intervals: [50], timeout: 10_000 });
  const [first] = found;
  if (first === undefined) throw new Error('checked above');
  return first;
}
