import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { CONTENT_SECURITY_POLICY } from '../../../../core/content-security-policy.ts';
import { examine } from '../../../../main/doctor.ts';
import type { Message } from '../../../../main/front-end/serve.ts';
import { type Loopback, type LoopbackOptions, startLoopback } from '../../../../main/loopback/server.ts';
import { openMachine } from '../../recorded-machines.ts';

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: string;
}

async function listening(options: LoopbackOptions): Promise<Loopback> {
  const started = await startLoopback(options);
  if (started.kind === 'failed') throw new Error(started.why);
  return started;
}

describe('the loopback server', () => {
  let server: Loopback;
  let base: URL;
  let received: Message[];
  let listeners: number[];

  beforeEach(async () => {
    const outer = await mkdtemp(join(tmpdir(), 'loopback-'));
    await writeFile(join(outer, 'secret.html'), 'outside');
    const folder = join(outer, 'renderer');
    await mkdir(folder);
    await writeFile(join(folder, 'index.html'), '<!doctype html>inside');
    await writeFile(join(folder, '.hidden.html'), 'hidden');
    received = [];
    listeners = [];
    server = await listening({
      folder,
      port: 0,
      onListeners: (count) => listeners.push(count),
      answer: async (message) => {
        received.push(message);
        return message.trusted ? { ok: true, value: message.args } : { ok: false, code: 'untrusted', message: 'no' };
      },
    });
    base = new URL(server.address);
  });

  afterEach(() => server.close());

  /** A request as given, headers and all: `fetch` would put them right. */
  function send(
    path: string,
    { method = 'GET', headers = {}, body }: { method?: string; headers?: Record<string, string>; body?: string } = {},
  ): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const request = httpRequest(
        { host: '127.0.0.1', port: base.port, path, method, headers: { host: base.host, ...headers } },
        (response) => {
          let text = '';
          response.setEncoding('utf8');
          response.on('data', (chunk: string) => {
            text += chunk;
          });
          response.on('end', () =>
            resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }),
          );
        },
      );
      request.on('error', reject);
      request.end(body);
    });
  }

  async function enter(): Promise<Record<string, string>> {
    const { status, headers } = await send(base.pathname + base.search);
    expect(status).toBe(303);
    const [cookie = ''] = [headers['set-cookie'] ?? ''].flat();
    return { cookie: cookie.split(';')[0] ?? '' };
  }

  const post = (headers: Record<string, string>, body = '[null]') => ({
    method: 'POST',
    headers: { origin: base.origin, 'content-type': 'application/json', ...headers },
    body,
  });

  test('listens on this computer alone', async () => {
    expect(base.hostname).toBe('127.0.0.1');
    const addresses = Object.values(networkInterfaces()).flatMap((each) => each ?? []);
    // All of 127.0.0.0/8 is this computer, and on Linux each of them can be reached.
    for (const host of ['127.0.0.2', ...addresses.map(({ address }) => address)].filter(
      (each) => each !== '127.0.0.1',
    )) {
      expect(await isReachable(host), host).toBe(false);
    }
    expect(await isReachable('127.0.0.1')).toBe(true);
  });

  function isReachable(host: string): Promise<boolean> {
    return new Promise((resolve) => {
      const socket = connect({ host, port: Number(base.port) });
      const end = (reachable: boolean): void => {
        socket.destroy();
        resolve(reachable);
      };
      socket.on('connect', () => end(true)).on('error', () => end(false));
    });
  }

  test('has a cookie of its own, so that two of them do not throw each other’s page out', async () => {
    const cookie = await enter();
    const other = await listening({ folder: '/', port: 0, onListeners: () => {}, answer: async () => NOTHING });
    try {
      const address = new URL(other.address);
      const answer = await fetch(address, { redirect: 'manual' });
      const name = (text: string) => text.split('=')[0] ?? '';
      expect(name(answer.headers.get('set-cookie') ?? '')).not.toBe(name(cookie['cookie'] ?? ''));
    } finally {
      await other.close();
    }
  });

  test.each([
    ['/', { origin: 'https://evil.example' }],
    ['/events', { origin: 'null' }],
    ['/index.html', { 'sec-fetch-site': 'cross-site' }],
    ['/events', { 'sec-fetch-site': 'same-site' }],
  ])('shows %s to no page of another site: %j', async (path, headers) => {
    const cookie = await enter();
    expect((await send(path, { headers: { ...cookie, ...headers } as never })).status).toBe(403);
    expect(listeners).toEqual([]);
    const own = { origin: base.origin, 'sec-fetch-site': 'same-origin' };
    expect((await send('/index.html', { headers: { ...cookie, ...own } })).status).toBe(200);
  });

  test.each([
    ['its headers', 'GET / HTTP/1.1\r\nHost: '],
    ['its body', 'POST /call/examine HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 100\r\n\r\n['],
  ])('cuts off a client that takes too long over %s', async (_name, begun) => {
    const hasty = await listening({
      folder: '/',
      port: 0,
      onListeners: () => {},
      answer: async () => NOTHING,
      patience: 50,
    });
    try {
      const closed = await new Promise((resolve) => {
        const socket = connect({ host: '127.0.0.1', port: Number(new URL(hasty.address).port) });
        socket.on('connect', () => socket.write(begun)).on('close', () => resolve(true));
        socket.on('error', () => {}).resume();
      });
      expect(closed).toBe(true);
    } finally {
      await hasty.close();
    }
  });

  test('takes no more than so many connections at once', async () => {
    const sockets = Array.from({ length: 80 }, () => connect({ host: '127.0.0.1', port: Number(base.port) }));
    let dropped = 0;
    for (const socket of sockets) {
      socket
        .on('error', () => {})
        .on('close', () => {
          dropped += 1;
        });
    }
    await expect.poll(() => dropped).toBe(80 - 64);
    for (const socket of sockets) socket.destroy();
  });

  test('lets in whoever has the address, and answers its calls', async () => {
    const cookie = await enter();
    expect(await send('/', { headers: cookie })).toMatchObject({ status: 200, body: '<!doctype html>inside' });
    expect(await send('/call/examine', post(cookie, '[{"ref":"1"}]'))).toMatchObject({
      status: 200,
      body: '{"ok":true,"value":[{"ref":"1"}]}',
    });
    expect(received).toEqual([{ call: 'examine', args: [{ ref: '1' }], trusted: true }]);
  });

  test('gives the strictest cookie, and a policy without inline script', async () => {
    const { headers } = await send(base.pathname + base.search);
    expect([headers['set-cookie']].flat()[0]).toMatch(/; HttpOnly; SameSite=Strict; Path=\/$/);
    expect(headers['content-security-policy']).toBe(CONTENT_SECURITY_POLICY);
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'permissions-policy': 'camera=(self), microphone=(self)',
      'cache-control': 'no-store',
    });
  });

  test.each(['/', '/index.html', '/events', '/call/examine'])('shows %s to nobody without a token', async (path) => {
    expect((await send(path)).status).toBe(403);
    const [name = ''] = (await enter())['cookie']?.split('=') ?? [];
    for (const cookie of [`${name}=guess`, `${name}=`, 'capture_doctor=guess']) {
      expect((await send(path, { headers: { cookie } })).status, cookie).toBe(403);
    }
    expect((await send(path, post({}))).status).toBe(403);
    expect(received).toEqual([]);
  });

  test('refuses a wrong token, and the right one a second time', async () => {
    expect((await send('/?token=guess')).status).toBe(403);
    const headers = await enter();
    expect((await send(base.pathname + base.search)).status).toBe(403);
    // The browser that was let in may come by its old address again.
    expect(await send(base.pathname + base.search, { headers })).toMatchObject({
      status: 303,
      headers: { location: '/' },
    });
    expect((await send(`/index.html${base.search}`)).status).toBe(403);
  });

  test('lets in by its own address alone, token or not', async () => {
    expect((await send(`/events${base.search}`)).status).toBe(403);
    expect((await send(`/index.html${base.search}`)).status).toBe(403);
    await enter();
  });

  test('ends though a page still listens', async () => {
    const cookie = await enter();
    const events = httpRequest({
      host: '127.0.0.1',
      port: base.port,
      path: '/events',
      headers: { host: base.host, ...cookie },
    });
    const listening = new Promise((resolve) => events.on('response', resolve));
    events.on('error', () => {}).end();
    await listening;
    await server.close();
  });

  test.each(['evil.example', 'localhost', '127.0.0.1', '127.0.0.1:1'])(
    'refuses the host %j, however it got here',
    async (host) => {
      const cookie = await enter();
      expect((await send('/', { headers: { ...cookie, host } })).status).toBe(403);
      expect((await send(base.pathname + base.search, { headers: { host: 'evil.example' } })).status).toBe(403);
    },
  );

  test.each([
    ['another origin', { origin: 'https://evil.example' }],
    ['no origin at all', { origin: '' }],
    ['an opaque origin', { origin: 'null' }],
    ['a form', { 'content-type': 'application/x-www-form-urlencoded' }],
    ['plain text', { 'content-type': 'text/plain' }],
  ])('does not trust a call from %s', async (_name, headers) => {
    const cookie = await enter();
    expect((await send('/call/examine', post({ ...cookie, ...headers }))).status).toBe(403);
    expect(received.every(({ trusted }) => !trusted)).toBe(true);
  });

  test.each([
    '/../secret.html',
    '/..%2fsecret.html',
    '/%2e%2e/secret.html',
    '/..\\secret.html',
    '//etc/passwd',
    '/.hidden.html',
    '/index.html/../../secret.html',
    '/index.html%00.js',
    '/nothing.html',
    '/index',
  ])('has no page %s', async (path) => {
    const cookie = await enter();
    const answer = await send(path, { headers: cookie });
    expect([403, 404]).toContain(answer.status);
    expect(answer.body).not.toMatch(/outside|hidden|root:/);
  });

  test('cuts off a body of 100 MB long before its end', async () => {
    const cookie = await enter();
    let sent = 0;
    const status = await new Promise<number>((resolve) => {
      const { headers } = post(cookie);
      const request = httpRequest(
        {
          host: '127.0.0.1',
          port: base.port,
          path: '/call/examine',
          method: 'POST',
          headers: { host: base.host, ...headers },
        },
        (response) => resolve(response.statusCode ?? 0),
      );
      request.on('error', () => resolve(413));
      const chunk = Buffer.alloc(64 * 1024, 32);
      const pump = (): void => {
        while (sent < 100 * 1024 * 1024 && !request.destroyed) {
          sent += chunk.length;
          if (!request.write(chunk)) {
            request.once('drain', pump);
            return;
          }
        }
        request.end();
      };
      pump();
    });
    expect(status).toBe(413);
    expect(sent).toBeLessThan(20 * 1024 * 1024);
    expect(received).toEqual([]);
  });

  test.each(['', '{', '7', '{"a":1}', 'null'])('takes the body %j for no argument at all', async (body) => {
    const cookie = await enter();
    await send('/call/examine', post(cookie, body));
    expect(received).toEqual([{ call: 'examine', args: [], trusted: true }]);
  });

  test.each(['PUT', 'DELETE', 'OPTIONS', 'PATCH'])('does nothing on %s', async (method) => {
    expect((await send('/', { method, headers: await enter() })).status).toBe(405);
  });

  test('sends events to those who listen, and notices when they leave', async () => {
    const cookie = await enter();
    const { report } = await examine(await openMachine('linux-no-camera'), null);
    const text = await new Promise<string>((resolve) => {
      const request = httpRequest(
        { host: '127.0.0.1', port: base.port, path: '/events', headers: { host: base.host, ...cookie } },
        (response) => {
          let all = '';
          response.setEncoding('utf8');
          response.on('data', (chunk: string) => {
            all += chunk;
            if (all.includes('event: report')) {
              request.destroy();
              resolve(all);
            } else server.emit('report', report);
          });
        },
      );
      request.end();
    });
    expect(text).toContain(`event: report\ndata: ${JSON.stringify(report)}\n\n`);
    await expect.poll(() => listeners).toEqual([1, 0]);
  });

  test('says so when its port is taken', async () => {
    const taken = { folder: '/', port: Number(base.port), onListeners: () => {}, answer: async () => NOTHING };
    expect(await startLoopback(taken)).toEqual({ kind: 'failed', why: 'EADDRINUSE' });
  });
});

const NOTHING = { ok: true, value: null } as const;
