import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type BrowserContext, expect, type Worker } from '@playwright/test';
import { test } from './chromium.fixture.ts';
import { ALLOW, BLOCKED, chromiumIn, deedOn, exceptions } from './word-and-deed.ts';

test('an extension blocks what the person allows, and its word is found', async ({
  home,
  port,
  prefer,
  drive,
  diagnoseHealthyMachine,
}) => {
  const site = `http://meet.localhost:${port}`;
  const rule = { primaryPattern: 'http://meet.localhost:*/*', setting: 'block' };
  const folder = await writeExtension(home, 'extension', `chrome.contentSettings.camera.set(${JSON.stringify(rule)})`);
  await prefer(exceptions({ [site]: ALLOW }));
  await drive(async (context) => {
    await expect(async () => expect(await deedOn(context, site)).toBe(BLOCKED)).toPass();
  }, loading(folder));
  expect(chromiumIn(await diagnoseHealthyMachine(site)).camera).toMatchObject({
    state: 'blocked',
    rootCause: 'browser.extension-denies',
  });
});

/** Neither the closer pattern counts nor the order in which they speak, but which was installed later. */
for (const [first, last, deed, state] of [
  ['block', 'allow', 'works', 'ready'],
  ['allow', 'block', BLOCKED, 'blocked'],
] as const) {
  test(`of two extensions that disagree the later one counts, which says "${last}"`, async ({
    home,
    port,
    drive,
    diagnoseHealthyMachine,
  }) => {
    const site = `http://meet.localhost:${port}`;
    const patterns = { block: `${site}/*`, allow: 'http://*.localhost:*/*' };
    const folders = await Promise.all([first, last].map((setting) => writeExtension(home, setting, '')));
    await drive(
      async (context) => {
        for (const setting of ['allow', 'block'] as const) {
          await tellExtension(context, setting, { primaryPattern: patterns[setting], setting });
        }
        expect(await deedOn(context, site)).toBe(deed);
      },
      loading(...folders),
    );
    expect(chromiumIn(await diagnoseHealthyMachine(site)).camera?.state).toBe(state);
  });
}

/** An extension that does what its script and `tellExtension` tell it, and is known by the name of that script. */
async function writeExtension(home: string, name: string, script: string): Promise<string> {
  const folder = join(home, name);
  const manifest = {
    manifest_version: 3,
    name,
    version: '1',
    permissions: ['contentSettings'],
    background: { service_worker: `${name}.js` },
  };
  await mkdir(folder);
  await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest));
  await writeFile(join(folder, `${name}.js`), script);
  return folder;
}

async function tellExtension(context: BrowserContext, name: string, rule: object): Promise<void> {
  const isOwn = (worker: Worker): boolean => worker.url().endsWith(`/${name}.js`);
  const worker =
    context.serviceWorkers().find(isOwn) ?? (await context.waitForEvent('serviceworker', { predicate: isOwn }));
  await worker.evaluate(`chrome.contentSettings.camera.set(${JSON.stringify(rule)})`);
}

function loading(...folders: readonly string[]): readonly string[] {
  return [`--load-extension=${folders.join(',')}`, '--disable-features=DisableLoadExtensionCommandLineSwitch'];
}
