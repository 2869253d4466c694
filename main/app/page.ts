import type { CustomScheme, Protocol } from 'electron';
import { CONTENT_SECURITY_POLICY } from '../../core/content-security-policy.ts';
import { readStaticFile } from '../support/static-files.ts';
import { isOwnPage, SCHEME } from './origin.ts';

/** To be registered before the app is ready. A secure, standard scheme is what `mediaDevices` asks for. */
export const APP_SCHEME: CustomScheme = {
  scheme: SCHEME,
  privileges: { standard: true, secure: true, supportFetchAPI: true },
};

/** Serves the built renderer to our own page, file by file, with the policy on each answer. */
export function servePage(protocol: Protocol, folder: string): void {
  protocol.handle(SCHEME, async (request) => {
    const url = URL.parse(request.url);
    const file = url !== null && isOwnPage(request.url) ? await readStaticFile(folder, url.pathname) : null;
    if (request.method !== 'GET' || file === null) return new Response('There is no such page.', { status: 404 });
    return new Response(Buffer.from(file.body), {
      headers: {
        'Content-Type': file.type,
        'Content-Security-Policy': CONTENT_SECURITY_POLICY,
        'X-Content-Type-Options': 'nosniff',
      },
    });
  });
}
