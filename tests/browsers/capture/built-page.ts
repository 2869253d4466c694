import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { CONTENT_SECURITY_POLICY } from '../../../core/content-security-policy.ts';
import { readStaticFile } from '../../../main/support/static-files.ts';

/** The capture test as a page of its own, built as the app is, under the app’s own policy. */
export interface BuiltPage {
  readonly address: string;
  readonly folder: string;
  readonly close: () => Promise<void>;
}

export async function buildPage(): Promise<BuiltPage> {
  const folder = await mkdtemp(join(tmpdir(), 'capture-doctor-page-'));
  await build({
    configFile: false,
    root: join(import.meta.dirname, 'page'),
    logLevel: 'warn',
    build: { outDir: folder, emptyOutDir: true, target: 'chrome140', modulePreload: { polyfill: false } },
  });
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const file = await readStaticFile(folder, url.pathname);
    if (file === null) {
      response.writeHead(404).end();
      return;
    }
    response.setHeader('Content-Type', file.type);
    response.setHeader('Content-Security-Policy', CONTENT_SECURITY_POLICY);
    if (url.searchParams.has('forbidden')) response.setHeader('Permissions-Policy', 'camera=(), microphone=()');
    response.end(file.body);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('the page has no port');
  return {
    address: `http://127.0.0.1:${address.port}/`,
    folder,
    close: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
      await rm(folder, { recursive: true, force: true });
    },
  };
}
