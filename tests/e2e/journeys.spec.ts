import { expect } from '@playwright/test';
import { test } from './app.fixture.ts';
import { chooseWhom } from './whom.ts';

test('a healthy computer is told so, with a real picture and sound', async ({ openApp }) => {
  const { page } = await openApp({ machine: 'linux-healthy-laptop' });
  await expect(page.getByRole('heading', { name: 'Your camera and microphone work.' })).toBeVisible();
});

test('a blocked site is named, put right step by step, and proven', async ({ openApp }) => {
  const { page, change } = await openApp({ machine: 'linux-site-block' });
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Chromium blocks the camera for this site.');
  await expect(page.getByText('Code W01')).toBeVisible();
  await page.getByRole('button', { name: 'Show me how' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Allow the camera for this site');
  await page.getByRole('button', { name: 'Open it for me' }).click();
  const step = page.getByRole('listitem').filter({ hasText: 'turn Camera on' });
  await expect(step).toHaveAttribute('data-state', 'now');

  await change('files/home/user/.config/chromium/Default/Preferences', (text) =>
    text.replace(/"setting": 2/, '"setting": 1'),
  );
  await expect(step).toHaveAttribute('data-state', 'done', { timeout: 1_500 });
  await expect(page.getByRole('heading', { name: 'Your camera and microphone work.' })).toBeVisible();
  await expect(page.getByText(/^Fixed: Chromium blocks the camera for this site \(W01\) · \d+ s$/)).toBeVisible();
});

test('a missing camera is asked for, and noticed when it is plugged in', async ({ openApp }) => {
  const { page, replaceWith } = await openApp({ machine: 'linux-no-camera' });
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This computer has no camera.');
  await page.getByRole('button', { name: 'Show me how' }).click();
  const step = page.getByRole('listitem').filter({ hasText: 'Plug a camera in' });
  await expect(step).toHaveAttribute('data-state', 'now');
  await replaceWith('linux-healthy-laptop', 'files.json');
  await replaceWith('linux-healthy-laptop', 'files');
  await expect(step).toHaveAttribute('data-state', 'done', { timeout: 1_500 });
  await expect(page.getByRole('heading', { name: 'Your camera and microphone work.' })).toBeVisible();
});

test('what the browser itself cannot find is told even where the system knows a camera', async ({ openApp }) => {
  const { page } = await openApp({ machine: 'linux-healthy-laptop', devices: false });
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This computer has no camera.');
});

test('what cannot be told is told as that', async ({ openApp }) => {
  const { page } = await openApp({ machine: 'linux-firefox-not-a-database' });
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('I cannot tell what is wrong.');
  await page.getByText('What else was found').click();
  await expect(page.getByText('it is not an SQLite database').first()).toBeVisible();
});

test('the sentence can be about another browser', async ({ openApp }) => {
  const { page } = await openApp({ machine: 'linux-firefox-not-a-database' });
  await chooseWhom(page, 'Chromium');
  await expect(page.getByRole('heading', { name: 'Your camera and microphone work.' })).toBeVisible();
});

test('everything can be done with the keyboard alone', async ({ openApp }) => {
  const { page } = await openApp({ machine: 'linux-site-block' });
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Chromium blocks the camera for this site.');
  await expect(page.getByRole('button', { name: 'Open meet.example.com' })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Show me how' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Allow the camera for this site');
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('radio', { name: 'On the settings page' })).toBeChecked();
  await page.getByRole('button', { name: 'Check again' }).focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Show me how' })).toBeVisible();
});

test('a page that only the browser itself opens is copied to be pasted there', async ({ openApp }) => {
  const { page } = await openApp({ machine: 'linux-site-block' });
  await page.getByRole('button', { name: 'Show me how' }).click();
  await page.getByRole('radio', { name: 'On the settings page' }).click();
  const address = 'chrome://settings/content/siteDetails?site=https%3A%2F%2Fmeet.example.com';
  await expect(page.getByText(address)).toBeVisible();
  await page.getByRole('button', { name: `Copy ${address}` }).click();
  await expect(page.getByRole('listitem').filter({ hasText: 'paste it into' })).toHaveAttribute('data-state', 'done');
  await expect(page.getByRole('listitem').filter({ hasText: 'Set Camera to' })).toHaveAttribute('data-state', 'now');
});

test('a guide goes on where it was when the page is started again', async ({ openApp }) => {
  const { page } = await openApp({ machine: 'linux-site-block' });
  await page.getByRole('button', { name: 'Show me how' }).click();
  await page.getByRole('radio', { name: 'On the settings page' }).click();
  await page.getByRole('button', { name: /^Copy chrome:/ }).click();
  const copied = page.getByRole('listitem').filter({ hasText: 'paste it into' });
  await expect(copied).toHaveAttribute('data-state', 'done');
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Allow the camera for this site');
  await expect(page.getByRole('radio', { name: 'On the settings page' })).toBeChecked();
  await expect(copied).toHaveAttribute('data-state', 'done');
  await page.getByRole('button', { name: 'Back' }).click();
  await page.reload();
  await expect(page.getByRole('button', { name: 'Show me how' })).toBeVisible();
});

test('a browser that macOS keeps from the camera is let in on the page for it', async ({ openApp }) => {
  const { page, replaceWith } = await openApp({ machine: 'macos-26-chrome-camera-off' });
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'macOS is not letting Google Chrome use your camera.',
  );
  await page.getByRole('button', { name: 'Show me how' }).click();
  await expect(page.getByText('Apple menu › System Settings › Privacy & Security › Camera')).toBeVisible();
  const step = page.getByRole('listitem').filter({ hasText: 'Turn Google Chrome on in the list' });
  await replaceWith('macos-26-healthy-plain', 'files');
  await expect(step).toHaveAttribute('data-state', 'done', { timeout: 1_500 });
});

test('where macOS does not show its decisions, the browser itself is looked at first', async ({ openApp }) => {
  const { page } = await openApp({ machine: 'macos-26-decisions-not-readable' });
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('I cannot tell what is wrong.');
  await page.getByRole('button', { name: 'Show me how' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'Find out whether macOS lets Google Chrome at the camera',
  );
  await expect(page.getByRole('radio', { name: 'In Google Chrome itself' })).toBeChecked();
  await page.getByRole('radio', { name: 'A deeper look, if you like' }).click();
  await expect(page.getByText('You can do without it.')).toBeVisible();
});

test('a settings page that an administrator has hidden is said to be', async ({ openApp }) => {
  const { page } = await openApp({ machine: 'windows11-desktop-apps-off-page-hidden' });
  await page.getByRole('button', { name: 'Show me how' }).click();
  await expect(page.getByText('An administrator has hidden this page.')).toBeVisible();
});

test('the page runs under its policy without a single complaint', async ({ openApp }) => {
  const { page } = await openApp({ machine: 'linux-healthy-laptop' });
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Your camera and microphone work.' })).toBeVisible();
  expect(complaints).toEqual([]);
});

test('the page’s policy stops what a page could be made to do', async ({ openApp }) => {
  const { page } = await openApp({ machine: 'linux-healthy-laptop' });
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const stopped = page.evaluate(
    (wanted) =>
      new Promise<string[]>((resolve) => {
        const seen = new Set<string>();
        document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
          seen.add(effectiveDirective);
          if (wanted.every((directive) => seen.has(directive))) resolve([...seen].toSorted());
        });
        const add = (name: string, set: object): void => {
          document.body.append(Object.assign(document.createElement(name), set));
        };
        add('script', { textContent: 'document.title = "inline"' });
        add('script', { src: 'data:text/javascript,document.title="data"' });
        add('style', { textContent: 'body { color: red }' });
        add('img', { src: 'http://127.0.0.1:9/' });
        add('iframe', { src: 'data:text/html,inside' });
        add('object', { data: 'data:text/html,inside' });
        add('base', { href: 'http://127.0.0.1:9/' });
        add('video', { src: 'http://127.0.0.1:9/' });
        document.body.lastElementChild?.setAttribute('style', 'color: red');
        void fetch('http://127.0.0.1:9/').catch(() => {});
        void new FontFace('x', 'url(http://127.0.0.1:9/)').load().catch(() => {});
        const form = Object.assign(document.createElement('form'), { action: 'http://127.0.0.1:9/' });
        document.body.append(form);
        form.submit();
      }),
    STOPPED,
  );
  expect(await stopped).toEqual(STOPPED);
  expect(await page.evaluate(() => document.title)).toBe('Capture Doctor');
});

const STOPPED = [
  'base-uri',
  'connect-src',
  'font-src',
  'form-action',
  'frame-src',
  'img-src',
  'media-src',
  'object-src',
  'script-src-elem',
  'style-src-attr',
  'style-src-elem',
];

test('a covered camera is told in one sentence, with a graph of what was measured', async ({ openApp }) => {
  const { page } = await openApp({ machine: 'linux-healthy-laptop' });
  await page.addInitScript(() => {
    const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
    navigator.mediaDevices.getUserMedia = async (wanted) => {
      if (wanted?.video === false) return ask(wanted);
      const canvas = document.createElement('canvas');
      const context = canvas.getContext('2d');
      setInterval(() => context?.fillRect(0, 0, 300, 150), 40);
      return canvas.captureStream(25);
    };
  });
  await page.reload();
  await chooseWhom(page, 'Capture Doctor');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('The camera is covered.');
  await expect(page.getByText('Code Q02')).toBeVisible();
  await page.getByText('What else was found').click();
  await expect(page.getByRole('img', { name: 'Brightness of the picture' })).toBeVisible();
});

test('a sound that the browser keeps still is no verdict: it is asked to be tried again', { tag: '@more' }, async ({
  openApp,
}) => {
  const { page } = await openApp({ machine: 'linux-healthy-laptop' });
  await page.addInitScript(() => {
    Object.defineProperty(AudioContext.prototype, 'state', { get: () => 'suspended' });
  });
  await page.reload();
  await chooseWhom(page, 'Capture Doctor');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('I cannot tell what is wrong.');
  await expect(page.getByText('The browser did not let me listen yet. Press Check again.')).toBeVisible();
});

test('a busy camera is told as possible, and what to try', { tag: '@more' }, async ({ openApp }) => {
  const { page } = await openApp({ machine: 'linux-healthy-laptop' });
  await page.addInitScript(() => {
    const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
    navigator.mediaDevices.getUserMedia = async (wanted) => {
      if (wanted?.video === false) return ask(wanted);
      throw new DOMException('Could not start video source', 'NotReadableError');
    };
  });
  await page.reload();
  await chooseWhom(page, 'Capture Doctor');
  await expect(page.getByText('Perhaps it is this: Another program is using the camera.')).toBeVisible();
});

test('a person waits for the question as long as it is not answered, and is told so', async ({ openApp }) => {
  const { page } = await openApp({ machine: 'linux-healthy-laptop' });
  await page.addInitScript(() => {
    navigator.mediaDevices.getUserMedia = () => new Promise(() => {});
    navigator.permissions.query = async () => ({ state: 'prompt' }) as PermissionStatus;
  });
  await page.reload();
  await expect(page.getByText('There is a question about your camera. Press Allow.')).toBeVisible();
});

test('another microphone is chosen, tested, and heard', async ({ openApp }) => {
  const { page } = await openApp({ machine: 'linux-healthy-laptop' });
  await page.getByRole('combobox', { name: 'Microphone' }).selectOption({ label: 'Fake Audio Input 2' });
  await expect(page.getByRole('heading', { name: 'Your camera and microphone work.' })).toBeVisible();
  await page.getByRole('button', { name: 'Hear yourself' }).click();
  await expect(page.getByText('Say something: two seconds are recorded, and kept nowhere.')).toBeVisible();
  await expect(page.getByText('This is how you sound.')).toBeVisible();
});

for (const reducedMotion of ['no-preference', 'reduce'] as const) {
  const tag = reducedMotion === 'reduce' ? [] : ['@more'];
  test(`the level moves with the voice, motion ${reducedMotion}`, { tag }, async ({ openApp }) => {
    const { page } = await openApp({ machine: 'linux-healthy-laptop' });
    await page.emulateMedia({ reducedMotion });
    await page.addInitScript(() => {
      // So soft that it is listened to for the whole time, and up and down for longer than calm bars stand.
      const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
      navigator.mediaDevices.getUserMedia = async (wanted) => {
        if (wanted?.audio === false) return ask(wanted);
        const context = new AudioContext();
        const [tone, gain] = [new OscillatorNode(context), new GainNode(context)];
        const voice = new MediaStreamAudioDestinationNode(context);
        tone.connect(gain).connect(voice);
        tone.start();
        let at = 0;
        setInterval(() => {
          at += 1;
          gain.gain.value = at % 2 === 0 ? 0.0001 : 0.0013;
        }, 600);
        return voice.stream;
      };
      const steps: number[] = [];
      Object.assign(window, { steps });
      new MutationObserver((changes) => {
        // The time of the frame: a busy computer comes to its drawing later.
        const now = Number(document.timeline.currentTime);
        if (changes.some(({ attributeName }) => attributeName === 'aria-valuenow')) steps.push(now);
      }).observe(document, { subtree: true, attributes: true });
    });
    await page.reload();
    const stepsOf = () => page.evaluate(() => (window as Window & { steps?: number[] }).steps ?? []);
    await expect.poll(async () => (await stepsOf()).length).toBeGreaterThan(1);
    // Whether so soft a tone is good enough is not the question here.
    await expect(page.getByRole('button', { name: 'Check again' })).toBeVisible();
    const steps = await stepsOf();
    const pauses = steps.slice(1).map((step, place) => step - (steps[place] ?? 0));
    // With the screen, or no more than twice or so a second.
    if (reducedMotion === 'reduce') expect(Math.min(...pauses)).toBeGreaterThan(390);
    else expect(Math.min(...pauses)).toBeLessThan(100);
  });
}
