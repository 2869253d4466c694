import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Message } from '../../../../main/front-end/serve.ts';
import { type Loopback, startLoopback } from '../../../../main/loopback/server.ts';

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: string;
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
    server = await startLoopback({
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
    const reachable = await new Promise((resolve) => {
      const socket = connect({ host: '::1', port: Number(base.port) });
      socket.on('connect', () => resolve(true)).on('error', () => resolve(false));
    });
    expect(reachable).toBe(false);
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
    expect(headers['content-security-policy']).toContain("script-src 'self'");
    expect(headers['content-security-policy']).not.toContain('unsafe');
    expect(headers['x-content-type-options']).toBe('nosniff');
  });

  test.each(['/', '/index.html', '/events', '/call/examine'])('shows %s to nobody without a token', async (path) => {
    expect((await send(path)).status).toBe(403);
    expect((await send(path, { headers: { cookie: 'capture_doctor=guess' } })).status).toBe(403);
    expect((await send(path, post({}))).status).toBe(403);
    expect(received).toEqual([]);
  });

  test('refuses a wrong token, and the right one a second time', async () => {
    expect((await send('/?token=guess')).status).toBe(403);
    await enter();
    expect((await send(base.pathname + base.search)).status).toBe(403);
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
    const text = await new Promise<string>((resolve) => {
      const request = httpRequest(
        { host: '127.0.0.1', port: base.port, path: '/events', headers: { host: base.host, ...cookie } },
        (response) => {
          let all = '';
          response.setEncoding('utf8');
          response.on('data', (chunk: string) => {
            all += chunk;
            if (all.includes('event: progress')) {
              request.destroy();
              resolve(all);
            } else server.emit('progress', { fact: 'host', state: 'done' });
          });
        },
      );
      request.end();
    });
    expect(text).toContain('event: progress\ndata: {"fact":"host","state":"done"}\n\n');
    await expect.poll(() => listeners).toEqual([1, 0]);
  });

  test('says so when its port is taken', async () => {
    const taken = {
      folder: '/',
      port: Number(base.port),
      onListeners: () => {},
      answer: async () => ({ ok: true, value: null }) as const,
    };
    await expect(startLoopback(taken)).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });
});
