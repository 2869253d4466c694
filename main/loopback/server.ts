import { randomBytes, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { CONTENT_SECURITY_POLICY } from '../../core/content-security-policy.ts';
import type { Emit, Reply } from '../../core/contract.ts';
import type { Message } from '../front-end/serve.ts';
import { readStaticFile } from '../support/static-files.ts';

/** A call carries some text and a few measurements; nothing of ours is near this. */
const BODY_LIMIT = 64 * 1024;
const COOKIE = 'capture_doctor';

export interface LoopbackOptions {
  /** The built renderer. */
  readonly folder: string;
  readonly answer: (message: Message) => Promise<Reply>;
  /** 0 for any free one. */
  readonly port: number;
  /** Told when the page begins and stops listening for events: it is open as long as it listens. */
  readonly onListeners: (count: number) => void;
}

export interface Loopback {
  /** The address that lets one browser in, once. */
  readonly address: string;
  readonly emit: Emit;
  readonly close: () => Promise<void>;
}

/**
 * Serves the app to a browser on this computer. It listens on 127.0.0.1 alone; the token in the address works once and is
 * exchanged for a strict cookie; every request must name this very host, which no page reached through another name can
 * (DNS rebinding), and every call must come from this very origin.
 */
export async function startLoopback({ folder, answer, port, onListeners }: LoopbackOptions): Promise<Loopback> {
  let token: string | null = secret();
  const cookie = secret();
  const listeners = new Set<ServerResponse>();
  let host = '';

  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    for (const [name, text] of Object.entries(HEADERS)) response.setHeader(name, text);
    const url = addressOf(request, host);
    if (url === null) return end(response, 403, 'This is not the address of this server.');
    const offered = url.pathname === '/' ? url.searchParams.get('token') : null;
    if (offered !== null) return letIn(offered, response);
    if (!hasCookie(request)) return end(response, 403, 'Open the address that Capture Doctor printed.');
    return route(url.pathname, request, response);
  }

  async function route(path: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method === 'POST') return call(path.replace(/^\/call\//, ''), request, response);
    if (request.method !== 'GET') return end(response, 405, 'There is nothing to do here.');
    return path === '/events' ? listen(request, response) : sendFile(path, response);
  }

  async function sendFile(path: string, response: ServerResponse): Promise<void> {
    const file = await readStaticFile(folder, path);
    if (file === null) return end(response, 404, 'There is no such page.');
    response.setHeader('Content-Type', file.type);
    response.end(file.body);
  }

  function letIn(offered: string, response: ServerResponse): void {
    if (token === null || !same(offered, token)) {
      end(response, 403, 'This address has been used already.');
      return;
    }
    token = null;
    response.setHeader('Set-Cookie', `${COOKIE}=${cookie}; HttpOnly; SameSite=Strict; Path=/`);
    response.setHeader('Location', '/');
    response.writeHead(303).end();
  }

  function hasCookie(request: IncomingMessage): boolean {
    const sent = (request.headers.cookie ?? '').split(';').map((part) => part.trim());
    return sent.some((part) => part.startsWith(`${COOKIE}=`) && same(part.slice(COOKIE.length + 1), cookie));
  }

  async function call(name: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const trusted =
      request.headers.origin === `http://${host}` && request.headers['content-type'] === 'application/json';
    const body = await readBody(request);
    if (body === null) {
      // Answered before the rest has come; the connection ends with it.
      response.setHeader('Connection', 'close');
      return end(response, 413, 'The message is too large.');
    }
    const args = parseArguments(body);
    const reply = await answer({ call: name, args: args ?? [], trusted });
    response.setHeader('Content-Type', 'application/json');
    response.writeHead(reply.ok ? 200 : STATUS[reply.code]).end(JSON.stringify(reply));
  }

  function listen(request: IncomingMessage, response: ServerResponse): void {
    response.writeHead(200, { 'Content-Type': 'text/event-stream' });
    response.write('retry: 1000\n\n');
    listeners.add(response);
    onListeners(listeners.size);
    request.on('close', () => {
      if (listeners.delete(response)) onListeners(listeners.size);
    });
  }

  const server = createServer((request, response) => {
    respond(request, response).catch(() => {
      if (!response.headersSent) end(response, 500, 'The server failed.');
      else response.destroy();
    });
  });
  // A client that sends its headers or its body one letter at a time is cut off.
  server.headersTimeout = 5_000;
  server.requestTimeout = 10_000;
  server.maxConnections = 64;
  host = `127.0.0.1:${await listenOn(server, port)}`;

  return {
    address: `http://${host}/?token=${token}`,
    emit: (event, payload) => {
      const message = `event: ${event}\ndata: ${JSON.stringify(payload)}\n\n`;
      for (const response of listeners) response.write(message);
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const STATUS = { untrusted: 403, 'unknown-call': 404, 'bad-argument': 400, failed: 500 } as const;

const HEADERS = {
  'Content-Security-Policy': CONTENT_SECURITY_POLICY,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(self), microphone=(self)',
  'Cache-Control': 'no-store',
} as const;

/** What is asked for, where it is asked of this very host by its own name; otherwise null. */
function addressOf(request: IncomingMessage, host: string): URL | null {
  if (request.headers.host !== host) return null;
  const url = URL.parse(request.url ?? '', `http://${host}`);
  return url?.host === host ? url : null;
}

function secret(): string {
  return randomBytes(32).toString('base64url');
}

function same(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}

function end(response: ServerResponse, status: number, sentence: string): void {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' }).end(`${sentence}\n`);
}

/** Null once it is over the limit. */
async function readBody(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > BODY_LIMIT) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** The arguments as a JSON list; null for anything else. */
function parseArguments(body: string): readonly unknown[] | null {
  try {
    const parsed: unknown = JSON.parse(body);
    return Array.isArray(parsed) ? parsed : null;
  } catch {
    return null;
  }
}

/** The port it listens on. */
function listenOn(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.removeListener('error', reject);
      const address = server.address();
      if (typeof address === 'object' && address !== null) resolve(address.port);
      else reject(new TypeError('A listening TCP server has an address with a port'));
    });
  });
}
