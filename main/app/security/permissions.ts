import type { Session, WebContents } from 'electron';
import type { Medium } from '../../../core/medium.ts';
import { isOwnPage } from '../origin.ts';

/** One wish for a permission, as Electron tells it; what it does not tell is not granted. */
export interface Wish {
  readonly permission: string;
  readonly address: string;
  readonly isMainFrame: boolean;
  readonly media: readonly string[];
}

/** Electron’s words for what may be granted at all. */
const MEDIUM_OF: ReadonlyMap<string, Medium> = new Map([
  ['video', 'camera'],
  ['audio', 'microphone'],
]);

/** Told of each request for devices that was decided. */
export type NoteDecision = (media: readonly Medium[], granted: boolean) => void;

/**
 * Camera and microphone, for our own page in the main frame, each by itself. A wish for both is decided by both: whoever
 * asks "includes" where "every" is meant lets one in with the other.
 */
export function mayHave({ permission, address, isMainFrame, media }: Wish): boolean {
  if (!isMainFrame || !isOwnPage(address)) return false;
  // Writes what a guide gives to paste, at a press of its button; what is on the clipboard stays unread.
  if (permission === 'clipboard-sanitized-write') return true;
  if (permission !== 'media') return false;
  return media.length > 0 && media.every((medium) => MEDIUM_OF.has(medium));
}

/** Both handlers: one is asked at the request, the other whenever a page looks at a permission. */
export function installPermissions(session: Session, ownWindow: () => WebContents | null, note: NoteDecision): void {
  session.setPermissionRequestHandler((contents, permission, answer, details) => {
    const media = 'mediaTypes' in details ? (details.mediaTypes ?? []) : [];
    const wish = { permission, address: details.requestingUrl, isMainFrame: details.isMainFrame, media };
    const granted = contents === ownWindow() && mayHave(wish);
    note(
      media.flatMap((medium) => MEDIUM_OF.get(medium) ?? []),
      granted,
    );
    answer(granted);
  });
  session.setPermissionCheckHandler((contents, permission, origin, details) => {
    // A first look names no device yet; each is asked for by its name before it is given.
    const media = details.mediaType === undefined ? [...MEDIUM_OF.keys()] : [details.mediaType];
    const isMainFrame = details.isMainFrame;
    return contents === ownWindow() && mayHave({ permission, address: origin, isMainFrame, media });
  });
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler(null);
}
