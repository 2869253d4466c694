import type { App } from 'electron';
import { type Case, formatCaseLink } from '../../core/case.ts';
import { withoutLinks } from './deep-links.ts';

/**
 * Ends the app and starts it again as it was started, with `extra` besides, about what it is about by now: the link of this
 * start may be about something else.
 */
export function startAgain(
  app: Pick<App, 'relaunch' | 'quit'>,
  about: Case | null,
  extra: readonly string[] = [],
): void {
  const args = withoutLinks(process.argv.slice(1)).filter((arg) => !extra.includes(arg));
  app.relaunch({ args: [...args, ...extra, ...(about === null ? [] : [formatCaseLink(about)])] });
  app.quit();
}
