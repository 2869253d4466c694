import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from '../core/facts/browser.ts';
import { absent } from '../core/reading.ts';
import { parseSite } from '../core/site.ts';
import { realMachine } from '../main/machine/real.ts';
import { readChromiumPermission } from '../main/probes/browsers/chromium/permission.ts';
import { median } from './median.ts';

/** What reading large profiles may cost, in terms of reading and parsing the same bytes and no more. */
const LIMIT = 1.5;
const PROFILES = 50;
/** More sites than anybody has allowed a camera; the rest of the file is about other things, as most of a profile is. */
const CAMERA_SITES = 6_000;
const OTHER_SITES = 38_000;
const RUNS = 3;

export async function measureChromiumProfiles() {
  const machine = realMachine();
  const site = parseSite('https://site-7.example');
  if (machine === null || typeof site === 'string') throw new Error('the bench runs on a known system');
  const folder = await mkdtemp(join(tmpdir(), 'capture-doctor-bench-'));
  try {
    const { names, megabytes } = await writeProfiles(folder);
    const ratios: number[] = [];
    for (let run = -1; run < RUNS; run++) {
      const plain = await timed(async () => {
        for (const name of names) JSON.parse(await readFile(join(folder, name, 'Preferences'), 'utf8'));
      });
      const ours = await timed(async () => {
        for (const name of names) {
          const { store } = await readPermission(name);
          if (store.kind !== 'value' || store.value.camera.kind !== 'value') throw new Error(JSON.stringify(store));
          if (store.value.camera.value.rules.length !== 1) throw new Error('the rule of the site was not found');
        }
      });
      if (run >= 0) ratios.push(ours / plain);
    }
    const ratio = median(ratios);
    return {
      what: `read ${PROFILES} Chromium profiles of ${megabytes.toFixed(1)} MB`,
      figure: `${ratio.toFixed(2)} x reading and parsing the same files`,
      limit: `${LIMIT} x`,
      kept: ratio <= LIMIT,
    };
  } finally {
    await rm(folder, { recursive: true });
  }

  async function readPermission(name: string) {
    if (machine === null || typeof site === 'string') throw new TypeError('checked above');
    const permission = await readChromiumPermission(machine, browserIn(folder), name, { site, now: new Date() });
    if (permission.engine !== 'chromium') throw new TypeError('It is Chromium’s');
    return permission;
  }
}

async function timed(act: () => Promise<void>): Promise<number> {
  const started = performance.now();
  await act();
  return performance.now() - started;
}

async function writeProfiles(folder: string) {
  const content = JSON.stringify({
    profile: {
      content_settings: {
        exceptions: { media_stream_camera: exceptions(CAMERA_SITES), notifications: exceptions(OTHER_SITES) },
      },
    },
  });
  const names = Array.from({ length: PROFILES }, (_, number) => `Profile ${number}`);
  for (const name of names) {
    await mkdir(join(folder, name));
    await writeFile(join(folder, name, 'Preferences'), content);
  }
  return { names, megabytes: Buffer.byteLength(content) / 1e6 };
}

function exceptions(count: number): object {
  const entry = (number: number) => [
    `https://site-${number}.example:443,*`,
    { last_modified: '13439874239839924', last_visit: '13439865600000000', setting: (number % 2) + 1 },
  ];
  return Object.fromEntries(Array.from({ length: count }, (_, number) => entry(number)));
}

function browserIn(dataFolder: string): Browser {
  return {
    id: 'chromium',
    product: 'chromium',
    name: 'Chromium',
    engine: 'chromium',
    packaging: 'native',
    program: '/usr/bin/chromium',
    version: absent,
    dataFolder,
    profiles: absent,
    isDefault: false,
  };
}
