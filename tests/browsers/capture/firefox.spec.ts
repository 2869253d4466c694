import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import type { Medium } from '../../../core/medium.ts';
import type { Platform } from '../../../core/platform.ts';
import type { TestedMedium } from '../../../renderer/capture/test-device.ts';
import { findFirefox } from '../../setup/firefox.ts';
import { whyNoPulseAudio } from '../../setup/pulseaudio.ts';
import { startSoundServer } from '../../setup/sound-server.ts';
import { DrivenFirefox } from '../firefox/bidi.ts';
import { test as base } from './capture.fixture.ts';
import { judge } from './judge.ts';

interface OpenFirefox {
  /** What a script in the page comes to. */
  readonly run: (script: string) => Promise<unknown>;
  /** What core says of each medium, after a script has changed what the page finds. */
  readonly say: (change?: string, platform?: Platform) => Promise<{ readonly [M in Medium]: string }>;
}

const test = base.extend<{
  readonly drive: (preferences: readonly string[], act: (firefox: OpenFirefox) => Promise<void>) => Promise<void>;
}>({
  drive: async ({ built }, use) => {
    const found = findFirefox();
    test.skip(found.kind === 'none', found.kind === 'none' ? found.why : '');
    const why = whyNoPulseAudio();
    test.skip(why !== null, why ?? '');
    // Firefox’s sound stands still where there is nothing to hear it with.
    const sound = startSoundServer();
    const before = process.env['XDG_RUNTIME_DIR'];
    process.env['XDG_RUNTIME_DIR'] = sound.runtime;
    const home = await mkdtemp(join(tmpdir(), 'capture-doctor-home-'));
    await use(async (preferences, act) => {
      await writeFile(join(home, 'user.js'), [...ALWAYS, ...preferences].map(toLine).join('\n'));
      const firefox = await DrivenFirefox.start(found.kind === 'found' ? found.path : '', home, home);
      try {
        await act({
          run: async (script) => {
            await firefox.open(built.address);
            return firefox.run('content', script);
          },
          say: async (change = '', platform) => {
            await firefox.open(built.address);
            await firefox.run('content', `(() => { ${change} })()`);
            const [seen, heard] = await Promise.all([testIn(firefox, 'camera'), testIn(firefox, 'microphone')]);
            return { camera: judge(seen, platform), microphone: judge(heard, platform) };
          },
        });
      } finally {
        await firefox.close();
      }
    });
    if (before === undefined) delete process.env['XDG_RUNTIME_DIR'];
    else process.env['XDG_RUNTIME_DIR'] = before;
    sound.stop();
    await rm(home, { recursive: true, force: true, maxRetries: 5 });
  },
});

async function testIn(firefox: DrivenFirefox, medium: Medium): Promise<TestedMedium> {
  const signal = 'new AbortController().signal';
  const call = `window.reach.testDevice({ medium: '${medium}', deviceId: null, signal: ${signal} }).then(JSON.stringify)`;
  const text = await firefox.run('content', call);
  return JSON.parse(String(text));
}

function toLine(preference: string): string {
  return `user_pref(${preference});`;
}

const ALWAYS = [
  '"browser.shell.checkDefaultBrowser", false',
  '"datareporting.policy.dataSubmissionEnabled", false',
  '"app.normandy.enabled", false',
  '"network.captive-portal-service.enabled", false',
];

/** Its own artificial devices, and no question. */
const FAKE = ['"media.navigator.streams.fake", true', '"media.navigator.permission.disabled", true'];

function failing(name: string, message: string): string {
  return `navigator.mediaDevices.getUserMedia = async () => { throw new DOMException(${JSON.stringify(message)}, '${name}'); };`;
}

test.describe.configure({ mode: 'parallel' });

/** What its artificial camera, which is one colour, cannot show, and its microphone, which hums, cannot keep to itself. */
const DRAWN_AND_SILENT = `const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d');
  setInterval(() => {
    const pixels = context.createImageData(300, 150);
    for (let at = 0; at < pixels.data.length; at++)
      pixels.data[at] = at % 4 === 3 ? 255 : 60 + (at % 1200) / 10 + (at % 4) * 12 + Math.random() * 8;
    context.putImageData(pixels, 0, 0);
  }, 40);
  const silence = new MediaStreamAudioDestinationNode(new AudioContext()).stream;
  navigator.mediaDevices.getUserMedia = async ({ audio }) => (audio ? silence : canvas.captureStream(25));`;

test('Firefox measures pictures and sounds too, and its words are understood', async ({ drive }) => {
  await drive([...FAKE, '"media.autoplay.default", 0'], async ({ say }) => {
    expect(await say()).toEqual({ camera: 'blocked signal.covered', microphone: 'ready' });
    expect(await say(DRAWN_AND_SILENT)).toEqual({ camera: 'ready', microphone: 'blocked signal.digital-silence' });
    const busy = 'unknown (device.in-use, device.stuck)';
    expect(await say(failing('AbortError', 'Starting videoinput failed'))).toMatchObject({ camera: busy });
    const hidden = failing('NotFoundError', 'The object can not be found here.');
    expect(await say(hidden, 'darwin')).toMatchObject({ camera: 'blocked macos.browser-denied' });
  });
});

test('neither Firefox’s guard against fingerprints nor its guard against noise is taken for a device', async ({
  drive,
}) => {
  await drive([...FAKE, '"privacy.resistFingerprinting", true'], async ({ say }) => {
    // Without a press on the page it keeps sound contexts still.
    expect(await say()).toEqual({ camera: 'unknown', microphone: 'unknown' });
  });
});

test('a device of Firefox that was opened goes by the id that it has in the list', async ({ drive }) => {
  await drive(FAKE, async ({ run }) => {
    const ids = await run(`(async () => {
      const stream = await navigator.mediaDevices.getUserMedia({ audio: true, video: true });
      const opened = stream.getTracks().map((track) => track.getSettings().deviceId);
      const listed = (await navigator.mediaDevices.enumerateDevices()).map(({ deviceId }) => deviceId);
      for (const track of stream.getTracks()) track.stop();
      return JSON.stringify({ opened, listed });
    })()`);
    const { opened, listed } = JSON.parse(String(ids)) as { opened: string[]; listed: string[] };
    expect(opened).toHaveLength(2);
    expect(listed).toEqual(expect.arrayContaining(opened));
    expect(listed).not.toContain('default');
  });
});
