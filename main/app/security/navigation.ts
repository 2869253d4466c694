import type { App, Session } from 'electron';
import { isOwnPage } from '../origin.ts';

/** A page stays where it is: no way out of the app, no second window, no embedded page, no download. */
export function installNavigation(app: App): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event) => event.preventDefault());
    contents.on('will-redirect', (event) => event.preventDefault());
    contents.on('will-frame-navigate', (event) => event.preventDefault());
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  });
}

/** Nothing comes from elsewhere and nothing goes there: every request that is not for our own page is cancelled. */
export function installRequestFilter(session: Session): void {
  session.webRequest.onBeforeRequest((details, answer) => {
    const own = isOwnPage(details.url) || details.url.startsWith('devtools:') || details.url.startsWith('data:image/');
    answer({ cancel: !own });
  });
  session.on('will-download', (event) => event.preventDefault());
}
