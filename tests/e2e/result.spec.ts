import { expect, type Page } from '@playwright/test';
import { test } from './app.fixture.ts';
import { violationsOf } from './axe.ts';
import { chooseWhom } from './whom.ts';

const WORKS = 'Your camera and microphone work.';
const title = (page: Page) => page.getByRole('heading', { level: 1 });
const SITE_PREFERENCES = 'files/home/user/.config/chromium/Default/Preferences';
const allow = (text: string): string => text.replace(/"setting": 2/, '"setting": 1');

test('the first button opens the page, and the guide beside it goes on from there', { tag: '@loopback' }, async ({
  openApp,
}) => {
  const { page } = await openApp({ machine: 'linux-site-block' });
  await page.getByRole('button', { name: 'Open meet.example.com' }).click();
  await expect(title(page)).toHaveText('Allow the camera for this site');
  await expect(page.getByRole('listitem').first()).toHaveAttribute('data-state', 'done');
});

test('a page that cannot be opened is said in the guide, which comes up all the same', { tag: '@loopback' }, async ({
  openApp,
}) => {
  const { page } = await openApp({ machine: 'linux-site-block' });
  await page.route('**/call/openSettings', (route) =>
    route.fulfill({ json: { ok: true, value: { kind: 'not-opened', why: 'it could not be started' } } }),
  );
  await page.getByRole('button', { name: 'Open meet.example.com' }).click();
  await expect(title(page)).toHaveText('Allow the camera for this site');
  await expect(page.getByRole('alert')).toHaveText('It could not be opened from here. Please open it yourself.');
  await expect(page.getByRole('listitem').first()).toHaveAttribute('data-state', 'now');
});

test('what only an administrator can change is copied for them', async ({ openApp }) => {
  const { page } = await openApp({ machine: 'linux-chromium-policy-media-stream-block' });
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write', 'camera', 'microphone']);
  await page.getByRole('button', { name: 'Copy the text for your administrator' }).click();
  await expect(page.getByText('Copied. Paste it into a message to your administrator.')).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain('Your organisation does not let sites in Chromium use the camera. (code P07');
  expect(copied).toContain('The policy DefaultMediaStreamSetting is 2 in /etc/');
});

test('whom it is about is changed: program, site and devices, and examined anew', async ({ openApp }) => {
  const { page } = await openApp({ machine: 'linux-two-profiles' });
  const pill = page.getByRole('button', { name: /^For Chromium/ });
  await pill.click();
  const dialog = page.getByRole('dialog', { name: 'Whom is it about?' });
  await expect(dialog.getByText('Does not work').first()).toBeVisible();
  await expect(dialog.getByRole('radio', { checked: true })).toBeFocused();

  const site = dialog.getByRole('textbox', { name: 'Web site' });
  await site.fill('no site');
  await dialog.getByRole('button', { name: 'Apply' }).click();
  await expect(dialog.getByText('This is no address of a web site.')).toBeVisible();
  await site.fill('ftp://files.example.com');
  await page.keyboard.press('Enter');
  await expect(dialog.getByText('Only an address with https:// or http:// can be looked at.')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(pill).toBeFocused();

  await pill.click();
  await site.fill('other.example.org/room?secret=1');
  await dialog.getByRole('checkbox', { name: 'Camera' }).uncheck();
  await dialog.getByRole('button', { name: 'Apply' }).click();
  await expect(title(page)).toHaveText('Your microphone works.');
  await expect(page.getByRole('button', { name: /^For Chromium.* on other\.example\.org\./ })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Go back to other.example.org' })).toBeVisible();
  await page.reload();
  await expect(title(page)).toHaveText('Your microphone works.');
});

test('several faults are told one after the other, and what was fixed with how long it took', async ({ openApp }) => {
  const { page, change } = await openApp({ machine: 'linux-site-block' });
  // Both devices are blocked for the site.
  await change(SITE_PREFERENCES, (text) => {
    const preferences = JSON.parse(text);
    const rules = preferences.profile.content_settings.exceptions;
    rules.media_stream_mic = structuredClone(rules.media_stream_camera);
    return JSON.stringify(preferences, null, 2);
  });
  await page.reload();
  await expect(title(page)).toHaveText('Chromium blocks the camera for this site.');
  await page.getByText('What else was found').click();
  await expect(page.getByText('Chromium blocks the microphone for this site.')).toBeVisible();
  await page.getByRole('button', { name: 'Show me how', exact: true }).click();
  await change(SITE_PREFERENCES, allow);
  // The next one comes by itself.
  await expect(title(page)).toHaveText('Chromium blocks the microphone for this site.');
  await page.getByRole('button', { name: 'Open meet.example.com' }).click();
  await change(SITE_PREFERENCES, allow);
  await expect(title(page)).toHaveText(WORKS);
  await expect(page.getByText(/^Fixed: Chromium blocks the camera for this site \(W01\) · \d+ s$/)).toBeVisible();
  await expect(page.getByText(/^Fixed: Chromium blocks the microphone for this site \(W01\) · \d+ s$/)).toBeVisible();
});

test('once it works the way leads back to the site, and the report to support', { tag: '@loopback' }, async ({
  openApp,
}) => {
  const { page } = await openApp({ machine: 'linux-healthy-laptop' });
  await expect(title(page)).toHaveText(WORKS);
  await expect(page.getByText('Picture and sound were tested just now in Capture Doctor.')).toBeVisible();
  const back = page.getByRole('button', { name: 'Go back to meet.example.com' });
  await expect(back).toBeFocused();
  const asked = page.waitForRequest('**/call/returnToSite');
  await back.click();
  // Whom it is about is all that the page says; the address is main’s.
  expect((await asked).postDataJSON()).toEqual([{ subject: 'chromium' }]);
  await page.route('**/call/returnToSite', (route) => route.abort());
  await back.click();
  await expect(page.getByText('Please go back to meet.example.com yourself.')).toBeVisible();
  await page.getByRole('button', { name: 'Send the report to support' }).click();
  await expect(title(page)).toHaveText(/Report/);
});

test('a flaw that the test saw is told, whatever the browser allows', async ({ openApp }) => {
  const { page } = await openApp({ machine: 'linux-healthy-laptop' });
  await page.addInitScript(() => {
    const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
    navigator.mediaDevices.getUserMedia = async (wanted) => {
      if (wanted?.audio === false) return ask(wanted);
      const context = new AudioContext();
      const [tone, gain] = [new OscillatorNode(context), new GainNode(context, { gain: 0.0006 })];
      const voice = new MediaStreamAudioDestinationNode(context);
      tone.connect(gain).connect(voice);
      tone.start();
      setInterval(() => {
        gain.gain.value = gain.gain.value > 0.0003 ? 0.0001 : 0.0006;
      }, 300);
      return voice.stream;
    };
  });
  await page.reload();
  await expect(title(page)).toHaveText('The microphone is too quiet.', { timeout: 15_000 });
  await expect(page.getByRole('button', { name: /^For Chromium/ })).toBeVisible();
  await expect(page.getByText('Code Q10')).toBeVisible();
});

test('a healthy computer is through in about three seconds, and its camera is named on the picture', async ({
  openApp,
}) => {
  const { page } = await openApp({ machine: 'linux-healthy-laptop' });
  await expect(title(page)).toHaveText(WORKS);
  await page.reload();
  await expect(page.locator('video')).toBeVisible();
  await expect(page.getByText(/^fake_device_0 · 640 × 480 · \d+ frames a second$/)).toBeVisible();
  await expect(title(page)).toHaveText(WORKS);
  const lasted = await page.evaluate(() => performance.now());
  test.info().annotations.push({ type: 'check', description: `${Math.round(lasted)} ms from loading to the proof` });
  expect(lasted).toBeLessThan(6_000);
});

const SIZES = [
  { name: 'as it opens', width: 960, height: 640 },
  { name: 'narrow', width: 360, height: 740 },
  { name: 'at twice the size', width: 480, height: 320 },
] as const;

for (const { name, ...viewport } of SIZES) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`nothing is cut off or in the way of a screen reader: ${name}, ${colorScheme}`, { tag: '@more' }, async ({
      openApp,
    }) => {
      const { page } = await openApp({ machine: 'linux-site-block', viewport, colorScheme });
      const inspect = async (): Promise<void> => {
        expect(await violationsOf(page)).toEqual([]);
        for (const dir of ['rtl', 'ltr']) {
          await page.evaluate((to) => document.documentElement.setAttribute('dir', to), dir);
          const wider = await page.evaluate(() =>
            ['html', '.screen'].map((each) => {
              const { scrollWidth = 0, clientWidth = 0 } = document.querySelector(each) ?? {};
              return scrollWidth - clientWidth;
            }),
          );
          expect(wider).toEqual([0, 0]);
        }
      };
      await expect(title(page)).toHaveText('Chromium blocks the camera for this site.');
      if (viewport.height >= 480) await expect(page.getByText('Code W01')).toBeInViewport({ ratio: 1 });
      if (viewport.width === 960) {
        const hidden = await page.locator('.screen').evaluate((it) => it.scrollHeight - it.clientHeight);
        expect(hidden).toBe(0);
      }
      await inspect();
      await page.getByRole('button', { name: /Change whom/ }).click();
      await expect(page.getByRole('dialog')).toBeVisible();
      await inspect();
      await page.getByRole('button', { name: 'Cancel' }).click();
      await chooseWhom(page, 'Capture Doctor');
      await expect(title(page)).toHaveText(WORKS);
      await inspect();
    });
  }
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`text in and on any accent colour can be read, ${colorScheme}`, {
    tag: colorScheme === 'dark' ? '@more' : [],
  }, async ({ openApp }) => {
    const { page } = await openApp({ machine: 'linux-site-block', colorScheme });
    await expect(title(page)).toHaveText('Chromium blocks the camera for this site.');
    const accents = ['#ff3b30', '#ffcc00', '#28cd41', '#00ffff', '#8c8c8c', '#0000ff', '#ff00ff', '#ffffff', '#000000'];
    const worst = await page.evaluate((colours) => {
      const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
      const luminanceOf = (colour: string): number => {
        if (context === null) return Number.NaN;
        context.fillStyle = colour;
        context.fillRect(0, 0, 1, 1);
        const [r = 0, g = 0, b = 0] = [...context.getImageData(0, 0, 1, 1).data].map((byte) => {
          const share = byte / 255;
          return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
        });
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
      };
      const probe = document.body.appendChild(document.createElement('p'));
      const colourOf = (token: string): number => {
        probe.className = 'probe';
        document.documentElement.style.setProperty('--probe', `var(${token})`);
        return luminanceOf(getComputedStyle(probe).color);
      };
      const sheet = new CSSStyleSheet();
      sheet.replaceSync('.probe { color: var(--probe) }');
      document.adoptedStyleSheets = [sheet];
      return colours.map((colour) => {
        document.documentElement.style.setProperty('--chosen-accent', colour);
        const accent = colourOf('--accent');
        const contrasts = ['--on-accent', '--page', '--card'].map((token) => {
          const other = colourOf(token);
          return (Math.max(accent, other) + 0.05) / (Math.min(accent, other) + 0.05);
        });
        return { colour, contrast: Math.min(...contrasts) };
      });
    }, accents);
    expect(worst.filter(({ contrast }) => !(contrast >= 4.5))).toEqual([]);
    // It is the person’s own colour still: red is no blue.
    expect(new Set(worst.map(({ contrast }) => contrast.toFixed(2))).size).toBeGreaterThan(3);
  });
}
