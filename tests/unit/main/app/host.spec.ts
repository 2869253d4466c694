import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { CONTENT_SECURITY_POLICY } from '../../../../core/content-security-policy.ts';
import { CALL_NAMES, type CallName, channelOf } from '../../../../core/contract.ts';
import { linkIn } from '../../../../main/app/deep-links.ts';
import { isOwnPage } from '../../../../main/app/origin.ts';
import { servePage } from '../../../../main/app/page.ts';
import { mayHave } from '../../../../main/app/security/permissions.ts';
import { recorded, standIn } from './electron-stand-in.ts';

vi.mock('electron', () => standIn);

const PAGE = 'app://capture-doctor/';

describe('the Electron host', () => {
  beforeAll(async () => {
    // Evaluated to its end before Electron is ready: a module that waited for it would wait for ever.
    await import('../../../../main/app/index.ts');
    // On macOS the link that starts an app comes as an event, before there is a window.
    standIn.app.emit('open-url', { preventDefault: () => {} }, 'capture-doctor:case?ref=first');
    standIn.app.becomeReady();
    await vi.waitFor(() => expect(recorded.windows).toHaveLength(1));
  });

  const call = (name: CallName, argument: unknown) => {
    const { webContents } = window();
    const event = { sender: webContents, senderFrame: webContents.mainFrame };
    return recorded.calls.get(channelOf(name))?.(event as never, argument);
  };
  const readCase = () => call('readCase', null);

  const window = () => {
    const [first] = recorded.windows;
    if (first === undefined) throw new Error('no window was opened');
    return first;
  };

  test('opens one window on its own page, in a sandbox, without Node', () => {
    expect(recorded.windows).toHaveLength(1);
    expect(recorded.sandboxed).toBe(true);
    expect(window().loaded).toEqual([PAGE]);
    expect(window().options.webPreferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      navigateOnDragDrop: false,
    });
    for (const weakening of ['allowRunningInsecureContent', 'experimentalFeatures', 'enableBlinkFeatures']) {
      expect(window().options.webPreferences).not.toHaveProperty(weakening);
    }
    expect(recorded.schemes).toEqual([
      { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
    ]);
    expect(recorded.protocolClients).toEqual(['capture-doctor']);
  });

  test('lets no page go anywhere, open anything, embed anything or save anything', () => {
    for (const event of ['will-navigate', 'will-redirect', 'will-frame-navigate', 'will-attach-webview']) {
      const preventDefault = vi.fn();
      window().webContents.emit(event, { preventDefault });
      expect(preventDefault, event).toHaveBeenCalledOnce();
    }
    expect(window().webContents.openHandler?.({} as never)).toEqual({ action: 'deny' });
    const preventDefault = vi.fn();
    standIn.session.defaultSession.emit('will-download', { preventDefault });
    expect(preventDefault).toHaveBeenCalledOnce();
  });

  test.each([
    [`${PAGE}assets/index.js`, false],
    ['https://evil.example/', true],
    ['http://127.0.0.1/', true],
    ['file:///etc/passwd', true],
    ['app://evil/', true],
    ['wss://evil.example/', true],
    ['data:image/png;base64,AA==', false],
    ['data:text/html,<script>alert(1)</script>', true],
    ['blob:https://evil.example/1', true],
    ['devtools://devtools/bundled/inspector.html', false],
    ['not an address', true],
  ])('the request %s is cancelled: %s', (url, cancel) => {
    const filter = recorded.requestFilter;
    const answer = vi.fn();
    if (typeof filter === 'function') filter({ url } as never, answer);
    expect(answer).toHaveBeenCalledWith({ cancel });
  });

  test.each([
    ['another window', { other: true }],
    ['a sub-frame', { senderFrame: { url: PAGE } }],
    ['another page', { url: 'app://capture-doctor/other.html' }],
    ['a foreign page', { url: 'https://evil.example/' }],
    ['a frame that is gone', { senderFrame: null }],
  ])(
    'a call from %s is refused',
    async (_name, { other, senderFrame, url }: { other?: boolean; senderFrame?: unknown; url?: string }) => {
      const { webContents } = window();
      const before = webContents.mainFrame.url;
      if (url !== undefined) webContents.mainFrame.url = url;
      const event = {
        sender: other === true ? {} : webContents,
        senderFrame: senderFrame === undefined ? webContents.mainFrame : senderFrame,
      };
      for (const call of CALL_NAMES) {
        const reply = await recorded.calls.get(channelOf(call))?.(event as never, null);
        expect(reply).toMatchObject({ ok: false, code: 'untrusted' });
      }
      const log = await readFile(join(standIn.app.getPath('logs'), 'capture-doctor.log'), 'utf8');
      expect(log).toContain(' warn capture-doctor: a call was refused (readCase, untrusted)');
      webContents.mainFrame.url = before;
    },
  );

  test('a call from its own page is answered, and one with two arguments is not', async () => {
    const { webContents } = window();
    const event = { sender: webContents, senderFrame: webContents.mainFrame };
    const call = recorded.calls.get(channelOf('readCase'));
    expect(await call?.(event as never, null)).toEqual({ ok: true, value: { ref: 'first' } });
    expect(await call?.(event as never, null, null)).toMatchObject({ code: 'bad-argument' });
  });

  test('begins anew when it is started again with another case, and only comes forward without one', async () => {
    const { reloads, shown, focused } = window();
    window().minimized = true;
    standIn.app.emit('second-instance', {}, ['/opt/app', '--flag']);
    expect([window().reloads, window().shown, window().focused]).toEqual([reloads, shown + 1, focused + 1]);
    expect(window().minimized).toBe(false);
    expect(await readCase()).toMatchObject({ value: { ref: 'first' } });
    await call('watch', { cause: 'device.none', subject: 'this-app', medium: 'camera' });
    standIn.app.emit('second-instance', {}, ['/opt/app', 'capture-doctor:case?ref=second']);
    expect([window().reloads, window().shown]).toEqual([reloads + 1, shown + 2]);
    expect(await readCase()).toMatchObject({ value: { ref: 'second' } });
  });

  test('another case finds the window as it was before it stood beside the settings', async () => {
    const before = window().bounds;
    await call('arrangeWindow', 'beside');
    expect([window().bounds.width, window().isOnTop]).toEqual([360, true]);
    standIn.app.emit('second-instance', {}, ['/opt/app']);
    expect(window().isOnTop).toBe(true);
    standIn.app.emit('second-instance', {}, ['/opt/app', 'capture-doctor:case?ref=second']);
    expect([window().bounds, window().isOnTop]).toEqual([before, false]);
  });

  test('says that a link is none of its own, and goes on with what it was about', async () => {
    const preventDefault = vi.fn();
    const before = recorded.messages.length;
    standIn.app.emit('open-url', { preventDefault }, 'capture-doctor:open?page=../../etc');
    expect(preventDefault).toHaveBeenCalledOnce();
    expect(recorded.messages.slice(before)).toEqual([[expect.stringContaining('not one that it understands')]]);
    expect(await readCase()).toMatchObject({ value: { ref: 'second' } });
  });

  test('tells its window what happens, and shows it once there is something to see', async () => {
    const { shown } = window();
    window().emit('ready-to-show');
    expect(window().shown).toBe(shown + 1);
    window().webContents.sent.length = 0;
    await call('examine', null);
    expect(window().webContents.sent).toContainEqual([
      channelOf('firstReport'),
      expect.objectContaining({ schema: expect.stringContaining('report@') }),
    ]);
  });

  test('says in the menu where its log is, and what it is in the about box', async () => {
    const help = recorded.menu.at(-1)?.submenu;
    const entry = Array.isArray(help) ? help.find(({ label }) => label === 'Show the log') : undefined;
    entry?.click?.({} as never, undefined, {} as never);
    const [file = ''] = recorded.shownInFolder;
    expect(await readFile(file, 'utf8')).toMatch(/ info Capture Doctor [\d.]+ has started on \w+ /);
    expect(recorded.about).toMatchObject({ applicationVersion: expect.stringMatching(/^\d/) });
  });

  test('keeps what it answered its page as a fact, each device by itself', async () => {
    const { webContents } = window();
    const ask = (mediaTypes: string[], requestingUrl: string) =>
      recorded.permissionRequest?.(webContents as never, 'media', () => {}, {
        mediaTypes,
        requestingUrl,
        isMainFrame: true,
      } as never);
    ask(['video'], PAGE);
    ask(['audio'], 'https://evil.example/');
    const reply = await call('examine', null);
    expect(reply.value.facts.readings.ownDecisions).toEqual({
      kind: 'value',
      value: [
        { medium: 'camera', granted: true },
        { medium: 'microphone', granted: false },
      ],
    });
    ask(['audio'], PAGE);
    const log = await readFile(join(standIn.app.getPath('logs'), 'capture-doctor.log'), 'utf8');
    expect(log).toContain(' info The page was given camera.');
    expect(log).toContain(' info The page was refused microphone.');
    expect(log).not.toContain('evil');
  });

  test('gives devices to its own window alone, and asks nobody else', () => {
    const { webContents } = window();
    const asked = (contents: unknown, mediaTypes: string[], requestingUrl = PAGE, isMainFrame = true): boolean => {
      let given = false;
      const details = { mediaTypes, requestingUrl, isMainFrame };
      recorded.permissionRequest?.(
        contents as never,
        'media',
        (answer) => {
          given = answer;
        },
        details as never,
      );
      return given;
    };
    expect(asked(webContents, ['video'])).toBe(true);
    expect(asked(webContents, ['audio'])).toBe(true);
    expect(asked({}, ['video'])).toBe(false);
    expect(asked(webContents, ['video'], 'https://evil.example/')).toBe(false);
    expect(asked(webContents, ['video'], PAGE, false)).toBe(false);
    expect(asked(webContents, [])).toBe(false);
    const looked = recorded.permissionCheck?.(webContents as never, 'media', PAGE, {
      mediaType: 'video',
      isMainFrame: true,
    } as never);
    expect(looked).toBe(true);
    expect(
      recorded.permissionCheck?.(webContents as never, 'geolocation' as never, PAGE, { isMainFrame: true } as never),
    ).toBe(false);
    const first = (contents: unknown, isMainFrame: boolean, origin = PAGE) =>
      recorded.permissionCheck?.(contents as never, 'media', origin, { isMainFrame } as never);
    expect(first(webContents, true)).toBe(true);
    expect(first(webContents, false)).toBe(false);
    expect(first({}, true)).toBe(false);
    expect(first(webContents, true, 'https://evil.example/')).toBe(false);
    const named = (mediaType: string) =>
      recorded.permissionCheck?.(webContents as never, 'media', PAGE, { mediaType, isMainFrame: true } as never);
    expect(['video', 'audio', 'unknown', 'screen'].map(named)).toEqual([true, true, false, false]);
    expect(recorded.deviceCheck?.({} as never)).toBe(false);
    expect(recorded.displayMedia).toBeNull();
  });

  test('ends with its window', () => {
    const { quits } = recorded;
    standIn.app.emit('window-all-closed');
    expect(recorded.quits).toBe(quits + 1);
  });

  test.each(['capture-doctor:case?ref=late', 'capture-doctor:open?page=late', '--flag'])(
    'comes forward with nothing for %s once its window is closed',
    (argument) => {
      const { reloads, shown } = window();
      const messages = recorded.messages.length;
      window().destroyed = true;
      standIn.app.emit('second-instance', {}, ['/opt/app', argument]);
      expect([window().reloads, window().shown, recorded.messages.length]).toEqual([reloads, shown, messages]);
    },
  );
});

describe('mayHave', () => {
  const wish = { permission: 'media', address: PAGE, isMainFrame: true, media: ['video', 'audio'] };

  test.each([
    [{}, true],
    [{ media: ['video', 'screen'] }, false],
    [{ media: ['audio', 'unknown'] }, false],
    [{ permission: 'display-capture' }, false],
    [{ permission: 'clipboard-read' }, false],
    [{ permission: 'clipboard-sanitized-write', media: [] }, true],
    [{ permission: 'clipboard-sanitized-write', media: [], isMainFrame: false }, false],
    [{ permission: 'clipboard-sanitized-write', address: 'https://evil.example/' }, false],
    [{ address: 'app://capture-doctor.evil/' }, false],
    [{ address: '' }, false],
  ])('with %j: %s', (change, given) => {
    expect(mayHave({ ...wish, ...change })).toBe(given);
  });
});

test.each([
  [PAGE, true],
  ['app://capture-doctor', true],
  ['app://capture-doctor.evil/', false],
  ['app://evil/capture-doctor', false],
  ['https://capture-doctor/', false],
  ['app:capture-doctor', false],
  ['', false],
])('isOwnPage(%j): %s', (address, own) => {
  expect(isOwnPage(address)).toBe(own);
});

describe('a deep link', () => {
  test('among the arguments becomes the case, the last of them', () => {
    const args = ['/opt/capture-doctor', 'capture-doctor:case?ref=1', '--x', 'Capture-Doctor:case?ref=2'];
    expect(linkIn(args)).toEqual({ kind: 'case', case: { ref: '2' } });
    expect(linkIn([])).toBeNull();
    expect(linkIn(['https://evil.example/?capture-doctor:case?ref=1'])).toBeNull();
  });

  test.each([
    ['capture-doctor:case?site=javascript:alert(1)'],
    ['capture-doctor:open?page=../../etc'],
    ['capture-doctor:case?ref=1&run=calc.exe'],
  ])('of %j is none, and says why', (link) => {
    expect(linkIn([link])).toEqual({ kind: 'invalid', why: expect.stringMatching(/./) });
  });
});

describe('the page of the app', () => {
  test('is served file by file, under its policy, and nothing else is', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'page-'));
    try {
      await mkdir(join(folder, 'renderer'));
      await writeFile(join(folder, 'renderer/index.html'), 'inside');
      await writeFile(join(folder, 'secret.html'), 'outside');
      servePage(standIn.protocol as never, join(folder, 'renderer'));
      const get = async (url: string, method = 'GET') => {
        const answer = await recorded.pageHandler?.(new Request(url, { method }) as never);
        if (!(answer instanceof Response)) throw new Error('no answer');
        return answer;
      };
      const page = await get(PAGE);
      expect(await page.text()).toBe('inside');
      expect(page.headers.get('content-security-policy')).toBe(CONTENT_SECURITY_POLICY);
      expect(page.headers.get('x-content-type-options')).toBe('nosniff');
      for (const path of ['secret.html', '../secret.html', '..%2fsecret.html', '%2e%2e/secret.html', '.hidden.html']) {
        expect((await get(PAGE + path)).status, path).toBe(404);
      }
      expect((await get('app://evil/index.html')).status).toBe(404);
      expect((await get(PAGE, 'POST')).status).toBe(404);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
