import { randomBytes, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { CONTENT_SECURITY_POLICY } from '../../core/content-security-policy.ts';
import type { Emit, Reply } from '../../core/contract.ts';
import type { Message } from '../front-end/serve.ts';
import { readStaticFile } from '../support/static-files.ts';

/** A call carries some text and a few measurements; nothing of ours is near this. */
const BODY_LIMIT = 64 * 1024;

/** A browser opens six at once to one host. */
const MOST_CONNECTIONS = 64;

export interface LoopbackOptions {
  /** The built renderer. */
  readonly folder: string;
  readonly answer: (message: Message) => Promise<Reply>;
  /** 0 for any free one. */
  readonly port: number;
  /** Told when the page begins and stops listening for events: it is open as long as it listens. */
  readonly onListeners: (count: number) => void;
  /** How long a client may take over its headers, in milliseconds; twice that over the whole of a request. */
  readonly patience?: number;
}

const PATIENCE = 5_000;

export interface Loopback {
  /** The address that lets one browser in, once. */
  readonly address: string;
  readonly emit: Emit;
  readonly close: () => Promise<void>;
}

export type Started =
  | ({ readonly kind: 'listening' } & Loopback)
  /** `why`: the system’s own word for it, e.g. `EADDRINUSE`. */
  | { readonly kind: 'failed'; readonly why: string };

/**
 * Serves the app to a browser on this computer. It listens on 127.0.0.1 alone; the token in the address works once and is
 * exchanged for a strict cookie; every request must name this very host, which no page reached through another name can
 * (DNS rebinding), none may come from another site’s page, and every call must come from this very origin.
 */
export async function startLoopback(options: LoopbackOptions): Promise<Started> {
  const { folder, answer, port, onListeners, patience = PATIENCE } = options;
  let token: string | null = secret();
  const cookie = secret();
  const listeners = new Set<ServerResponse>();
  let host = '';
  let cookieName = '';

  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    for (const [name, text] of Object.entries(HEADERS)) response.setHeader(name, text);
    const url = addressOf(request, host);
    if (url === null) return end(response, 403, 'This is not the address of this server.');
    const offered = url.pathname === '/' ? url.searchParams.get('token') : null;
    if (offered !== null) return hasCookie(request) ? goHome(response) : letIn(offered, response);
    if (!hasCookie(request)) return end(response, 403, 'Open the address that Capture Doctor printed.');
    if (isForeign(request, `http://${host}`)) return end(response, 403, 'This is for the app’s own page alone.');
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
    response.setHeader('Set-Cookie', `${cookieName}=${cookie}; HttpOnly; SameSite=Strict; Path=/`);
    goHome(response);
  }

  function hasCookie(request: IncomingMessage): boolean {
    const sent = (request.headers.cookie ?? '').split(';').map((part) => part.trim());
    return sent.some((part) => part.startsWith(`${cookieName}=`) && same(part.slice(cookieName.length + 1), cookie));
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

  // A client that sends its headers or its body one letter at a time is cut off.
  const limits = { headersTimeout: patience, requestTimeout: 2 * patience, connectionsCheckingInterval: patience / 5 };
  const server = createServer(limits, (request, response) => {
    respond(request, response).catch(() => {
      if (!response.headersSent) end(response, 500, 'The server failed.');
      else response.destroy();
    });
  });
  server.maxConnections = MOST_CONNECTIONS;
  const listening = await listenOn(server, port);
  if (listening.kind === 'failed') return listening;
  host = `127.0.0.1:${listening.port}`;
  // Cookies know hosts and no ports: with one name for all, a second server would throw the first one’s page out.
  cookieName = `capture_doctor_${listening.port}`;

  return {
    kind: 'listening',
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

/**
 * Whether a browser says that another site’s page asks. `none` is a person who entered the address.
 *
 * @see https://www.w3.org/TR/fetch-metadata/#sec-fetch-site-header
 */
function isForeign({ headers }: IncomingMessage, own: string): boolean {
  const from = headers['sec-fetch-site'];
  const saysForeign = from !== undefined && from !== 'same-origin' && from !== 'none';
  return saysForeign || (headers.origin !== undefined && headers.origin !== own);
}

function goHome(response: ServerResponse): void {
  response.writeHead(303, { Location: '/' }).end();
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

type Listening =
  | { readonly kind: 'listening'; readonly port: number }
  | { readonly kind: 'failed'; readonly why: string };

function listenOn(server: Server, port: number): Promise<Listening> {
  return new Promise((resolve) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      resolve({ kind: 'failed', why: error.code ?? error.message }),
    );
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      if (typeof address === 'object' && address !== null) resolve({ kind: 'listening', port: address.port });
    });
  });
}
