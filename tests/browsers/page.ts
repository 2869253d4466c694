import { createServer } from 'node:http';

/** Serves an empty page on a free port of this computer while it is used. */
export async function withPage(use: (port: number) => Promise<void>): Promise<void> {
  const server = createServer((_request, response) => {
    response.setHeader('Content-Type', 'text/html');
    response.end('<!doctype html><title>test</title>');
  });
  await new Promise<void>((listening) => server.listen(0, listening));
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('the page has no port');
  try {
    await use(address.port);
  } finally {
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  }
}
