import { BROWSER_IDS, describeBrowser, isBrowserId } from './browsers/browsers.ts';
import type { Medium } from './medium.ts';

/** What macOS knows the packaged app by; the same as in electron-builder.yml. */
export const OWN_CLIENT = 'dev.capture-doctor.app';

/** Bundle ids of everyone who can be judged. Helpers of a browser stand under the browser’s own. */
export const KNOWN_CLIENTS: readonly string[] = [
  OWN_CLIENT,
  ...BROWSER_IDS.flatMap((id) => describeBrowser(id).macos?.bundleId ?? []),
];

/** The bundle id of a subject, by its id; null for a browser that does not exist on macOS. */
export function clientOf(subjectId: string): string | null {
  if (subjectId === 'this-app') return OWN_CLIENT;
  const product = subjectId.split(/[:@]/, 1)[0] ?? '';
  return isBrowserId(product) ? (describeBrowser(product).macos?.bundleId ?? null) : null;
}

const SERVICES: Readonly<Record<Medium, string>> = { camera: 'Camera', microphone: 'Microphone' };

/**
 * The command that makes macOS forget its decision about one app, so that it asks again. Without the bundle id it would
 * forget those of all apps, which nobody is offered.
 */
export function resetCommand(subjectId: string, medium: Medium): readonly [string, ...string[]] | null {
  const client = clientOf(subjectId);
  return client === null ? null : ['/usr/bin/tccutil', 'reset', SERVICES[medium], client];
}
