import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import react from '@vitejs/plugin-react';
import { build } from 'vite';
import { serveApp } from '../main/loopback/serve-app.ts';
import { openRecordedMachine } from '../main/machine/recorded.ts';
import { findChromium } from '../tests/setup/chromium.ts';
import { median } from './median.ts';

const PROJECT = join(import.meta.dirname, '..');
const MACHINE = join(PROJECT, 'tests/machines/linux-healthy-laptop');

/** Until something is seen, in terms of a page of Vite and React that shows one word. */
const LIMIT = 2;
const RUNS = 9;

const EMPTY = {
  'index.html':
    '<!doctype html><title>Empty</title><div id="root"></div><script type="module" src="main.jsx"></script>',
  'main.jsx': `import { createRoot } from 'react-dom/client';
createRoot(document.getElementById('root')).render(<h1>Empty</h1>);`,
};

/** How soon the app paints; null where there is no Chromium to paint in. */
export async function measureFirstPaint() {
  const found = findChromium();
  if (found.kind === 'none') return null;
  const folder = await mkdtemp(join(PROJECT, 'node_modules/.capture-doctor-bench-'));
  const profile = await mkdtemp(join(tmpdir(), 'capture-doctor-bench-'));
  const [empty, ours] = [await serve(await buildEmpty(folder)), await serve(await buildOurs(folder))];
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: found.path,
    chromiumSandbox: false,
    args: ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'],
  });
  try {
    const pages = { empty: await context.newPage(), ours: await context.newPage() };
    await pages.empty.goto(empty.address);
    await pages.ours.goto(ours.address);
    const times = { empty: [] as number[], ours: [] as number[] };
    // By turns, so that a busy moment of the computer meets both alike; the first fill the caches.
    for (let run = -2; run < RUNS; run++) {
      const [one, other] = [await paintOf(pages.empty), await paintOf(pages.ours)];
      if (run < 0) continue;
      times.empty.push(one);
      times.ours.push(other);
    }
    const [one, other] = [median(times.empty), median(times.ours)];
    return {
      what: 'the first paint of the app in Chromium',
      figure: `${other.toFixed(0)} ms, ${(other / one).toFixed(2)} x an empty page of Vite and React (${one.toFixed(0)} ms)`,
      limit: `${LIMIT} x`,
      kept: other / one <= LIMIT,
    };
  } finally {
    await context.close();
    await Promise.all([empty.close(), ours.close()]);
    await Promise.all([folder, profile].map((each) => rm(each, { recursive: true })));
  }
}

async function paintOf(page: Page): Promise<number> {
  await page.bringToFront();
  await page.reload();
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => {
          const [paint] = list.getEntriesByName('first-contentful-paint');
          if (paint !== undefined) resolve(paint.startTime);
        }).observe({ type: 'paint', buffered: true });
      }),
  );
}

/** Inside the project, where React is found. */
async function buildEmpty(folder: string): Promise<string> {
  const root = join(folder, 'empty');
  await mkdir(root);
  for (const [name, content] of Object.entries(EMPTY)) await writeFile(join(root, name), content);
  const outDir = join(folder, 'empty-built');
  await build({
    configFile: false,
    root,
    logLevel: 'silent',
    plugins: [react()],
    build: { outDir, target: 'chrome140', modulePreload: { polyfill: false } },
  });
  return outDir;
}

async function buildOurs(folder: string): Promise<string> {
  const outDir = join(folder, 'ours-built');
  await build({ configFile: join(PROJECT, 'vite.config.ts'), logLevel: 'silent', build: { outDir } });
  return outDir;
}

/** Both by the same server, so that it makes no difference. */
async function serve(folder: string) {
  const opened = await openRecordedMachine(MACHINE);
  if (opened.kind === 'invalid') throw new Error(opened.why);
  const server = await serveApp({
    machine: opened.machine,
    about: null,
    folder,
    port: 0,
    launch: async () => true,
    complain: () => {},
    onListeners: () => {},
  });
  if (server.kind === 'failed') throw new Error(server.why);
  return server;
}
