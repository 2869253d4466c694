import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { CONTENT_SECURITY_POLICY } from '../../core/content-security-policy.ts';
import type { Emit, Reply } from '../../core/contract.ts';
import type { Message } from '../front-end/serve.ts';
import { readStaticFile } from '../support/static-files.ts';
import { Admission } from './admission.ts';
import { readArguments } from './arguments.ts';

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
  // A client that sends its headers or its body one letter at a time is cut off.
  const limits = { headersTimeout: patience, requestTimeout: 2 * patience, connectionsCheckingInterval: patience / 5 };
  const server = createServer(limits);
  server.maxConnections = MOST_CONNECTIONS;
  const listening = await listenOn(server, port);
  if (listening.kind === 'failed') return listening;
  const admission = new Admission(listening.port);
  const listeners = new Listeners(onListeners);

  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    for (const [name, text] of Object.entries(HEADERS)) response.setHeader(name, text);
    const url = admission.addressOf(request);
    if (url === null) return end(response, 403, 'This is not the address of this server.');
    const offered = url.pathname === '/' ? url.searchParams.get('token') : null;
    if (offered !== null) return letIn(offered, request, response);
    if (!admission.hasCookie(request)) return end(response, 403, 'Open the address that Capture Doctor printed.');
    if (admission.isForeign(request)) return end(response, 403, 'This is for the app’s own page alone.');
    return route(url.pathname, request, response);
  }

  function letIn(offered: string, request: IncomingMessage, response: ServerResponse): void {
    const cookie = admission.exchange(offered);
    if (cookie !== null) response.setHeader('Set-Cookie', cookie);
    if (cookie !== null || admission.hasCookie(request)) response.writeHead(303, { Location: '/' }).end();
    else end(response, 403, 'This address has been used already.');
  }

  async function route(path: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method === 'POST') return call(path.replace(/^\/call\//, ''), request, response);
    if (request.method !== 'GET') return end(response, 405, 'There is nothing to do here.');
    return path === '/events' ? listeners.add(request, response) : sendFile(path, response);
  }

  async function sendFile(path: string, response: ServerResponse): Promise<void> {
    const file = await readStaticFile(folder, path);
    if (file === null) return end(response, 404, 'There is no such page.');
    response.setHeader('Content-Type', file.type);
    response.end(file.body);
  }

  async function call(name: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const trusted = admission.isOwnCall(request);
    const args = await readArguments(request);
    if (args === null) {
      // Answered before the rest has come; the connection ends with it.
      response.setHeader('Connection', 'close');
      return end(response, 413, 'The message is too large.');
    }
    const reply = await answer({ call: name, args, trusted });
    response.setHeader('Content-Type', 'application/json');
    response.writeHead(reply.ok ? 200 : STATUS[reply.code]).end(JSON.stringify(reply));
  }

  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    respond(request, response).catch(() => {
      if (!response.headersSent) end(response, 500, 'The server failed.');
      else response.destroy();
    });
  });

  return {
    kind: 'listening',
    address: admission.address,
    emit: (event, payload) => listeners.tell(`event: ${event}\ndata: ${JSON.stringify(payload)}\n\n`),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** The pages that listen for events. */
class Listeners {
  readonly #open = new Set<ServerResponse>();
  readonly #onCount: (count: number) => void;

  constructor(onCount: (count: number) => void) {
    this.#onCount = onCount;
  }

  add(request: IncomingMessage, response: ServerResponse): void {
    response.writeHead(200, { 'Content-Type': 'text/event-stream' });
    response.write('retry: 1000\n\n');
    this.#open.add(response);
    this.#onCount(this.#open.size);
    request.on('close', () => {
      if (this.#open.delete(response)) this.#onCount(this.#open.size);
    });
  }

  tell(message: string): void {
    for (const response of this.#open) response.write(message);
  }
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

function end(response: ServerResponse, status: number, sentence: string): void {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' }).end(`${sentence}\n`);
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
