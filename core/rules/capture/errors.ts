import type { CauseId } from '../../causes/catalogue.ts';
import type { Certainty } from '../../certainty.ts';
import type { Capture, CaptureRequest } from '../../facts/capture.ts';
import type { Medium } from '../../medium.ts';
import type { Platform } from '../../platform.ts';
import { REQUEST_THRESHOLDS } from './thresholds.ts';

/** What an error is judged in. */
export interface Circumstances {
  readonly medium: Medium;
  readonly platform: Platform;
  /** Whether it was this app that asked: its own window answers for its page. */
  readonly own: boolean;
  readonly engine: Capture['engine']['name'];
  readonly request: CaptureRequest;
  /** Which wish was not met, where the error is of that kind. */
  readonly constraint: string | null;
}

type Meaning = readonly (readonly [CauseId, Certainty])[];

interface ErrorRow {
  /** For the tests: each row has its case. */
  readonly id: string;
  readonly engine: Capture['engine']['name'] | null;
  /** Null for any: the name that goes with some words was not read anywhere. */
  readonly error: string | null;
  /** Part of the message; null for any. */
  readonly message: RegExp | null;
  readonly when?: (circumstances: Circumstances) => boolean;
  /** Empty where the error tells nothing: the verdict is then "cannot tell". */
  readonly means: Meaning | ((circumstances: Circumstances) => Meaning);
}

const IN_USE_OR_STUCK: Meaning = [
  ['device.in-use', 'possible'],
  ['device.stuck', 'possible'],
];

/** The system itself refuses the program. */
const SYSTEM_DENIES = {
  darwin: ({ own }) => [own ? ['macos.denied', 'likely'] : ['macos.browser-denied', 'certain']],
  win32: () => [['windows.denied-without-key', 'likely']],
  linux: () => [['browser.capture-refused', 'likely']],
} satisfies Record<Platform, (circumstances: Circumstances) => Meaning>;

/**
 * What browsers say and what it means; the first row that fits counts. Names are shared, messages are each engine’s own, and
 * Chromium’s two generations differ in them: "by user", "Killswitch on" and the socket error are the newer one’s.
 *
 * @see https://www.w3.org/TR/mediacapture-streams/#dom-mediadevices-getusermedia
 * @see https://chromium.googlesource.com/chromium/src/+/main/third_party/blink/renderer/modules/mediastream/user_media_request.cc
 * @see https://searchfox.org/mozilla-central/source/dom/media/MediaStreamError.cpp
 */
export const ERROR_ROWS: readonly ErrorRow[] = [
  row('insecure page', null, 'NotAllowedError', null, [['site.insecure-origin', 'likely']], insecure),
  row('insecure page, nothing to call', null, 'TypeError', null, [['site.insecure-origin', 'likely']], insecure),
  row('invalid origin', 'chromium', 'SecurityError', /invalid security origin/i, [['site.insecure-origin', 'likely']]),
  row(
    'forbidden by the page',
    null,
    'NotAllowedError',
    null,
    [['site.permissions-policy', 'certain']],
    ({ request }) => request.allowed === false,
  ),

  row('denied by the system', 'chromium', 'NotAllowedError', /denied by system/i, (all) =>
    SYSTEM_DENIES[all.platform](all),
  ),
  row('dismissed', 'chromium', 'NotAllowedError', /dismissed/i, [['browser.prompt-dismissed', 'certain']]),
  row('denied by user', 'chromium', 'NotAllowedError', /denied by user/i, [['browser.site-block', 'likely']]),
  row('kill switch, older', 'chromium', 'NotAllowedError', /^$/, [['browser.capture-refused', 'likely']]),
  row('kill switch', 'chromium', 'NotAllowedError', /killswitch/i, [['browser.capture-refused', 'likely']]),
  // Electron asks macOS itself, and passes a refusal on in the words for any other.
  row(
    'denied to this app on macOS',
    'chromium',
    'NotAllowedError',
    /^permission denied$/i,
    [['macos.denied', 'likely']],
    ({ own, platform, request }) => own && platform === 'darwin' && request.permissionAfter !== 'denied',
  ),
  row(
    'stored or answered with Block',
    'chromium',
    'NotAllowedError',
    /^permission denied$/i,
    [['browser.site-block', 'likely']],
    ({ own, request }) => !own && request.permissionAfter === 'denied',
  ),
  row(
    'refused to this app’s page in a browser',
    'chromium',
    'NotAllowedError',
    /^permission denied$/i,
    [['browser.temporary-block', 'likely']],
    ({ request }) => request.permissionAfter === 'denied',
  ),
  // Nothing is stored, and nobody can have pressed anything yet: a switch, an embedder, or data-loss prevention.
  row(
    'refused at once with nothing stored',
    'chromium',
    'NotAllowedError',
    /^permission denied$/i,
    [['browser.capture-refused', 'likely']],
    ({ request }) => request.milliseconds < REQUEST_THRESHOLDS.remembered || request.permissionAfter === 'granted',
  ),
  row('refused by a person, not stored', 'chromium', 'NotAllowedError', /^permission denied$/i, [
    ['browser.temporary-block', 'likely'],
  ]),
  // Newer builds say so where a page has gone away in between.
  row('invalid state, newer', 'chromium', 'NotAllowedError', /invalid state/i, []),

  // Firefox refuses devices by a preference without touching the permission.
  row(
    'media switched off inside',
    'gecko',
    'NotAllowedError',
    null,
    [['browser.media-disabled', 'likely']],
    ({ request }) => request.permissionAfter === 'granted',
  ),
  row('refused by Firefox', 'gecko', 'NotAllowedError', null, [['browser.temporary-block', 'likely']]),
  row('refused by Safari', 'webkit', 'NotAllowedError', null, [['browser.temporary-block', 'likely']]),
  row('refused by an unknown browser', null, 'NotAllowedError', null, [['browser.temporary-block', 'likely']]),

  row(
    'Firefox refused by macOS',
    'gecko',
    'NotFoundError',
    null,
    ({ own }) => [own ? ['macos.denied', 'likely'] : ['macos.browser-denied', 'likely']],
    (all) => all.platform === 'darwin' && isListed(all),
  ),
  row(
    'Firefox refused by Windows',
    'gecko',
    'NotFoundError',
    null,
    [['windows.denied-without-key', 'possible']],
    (all) => all.platform === 'win32' && isListed(all),
  ),
  // It is in the list and is not found: unplugged in between, or disabled. No more can be told.
  row('listed and not found', null, 'NotFoundError', null, [], isListed),
  row('not found', null, 'NotFoundError', null, [['device.none', 'likely']]),
  row(
    'Safari without a device',
    'webkit',
    'OverconstrainedError',
    null,
    [['device.none', 'likely']],
    (all) => !isListed(all),
  ),
  row(
    'chosen, and none is there',
    null,
    'OverconstrainedError',
    null,
    [['device.none', 'likely']],
    (all) => isAboutDevice(all) && all.request.listed === 0,
  ),
  // Unplugged since it was chosen; or its id is another one now, as it is when a site’s data was deleted.
  row(
    'the chosen device is gone',
    null,
    'OverconstrainedError',
    null,
    ({ medium }) => (medium === 'microphone' ? [['device.unplugged', 'possible']] : []),
    isAboutDevice,
  ),
  row('a wish not met', null, 'OverconstrainedError', null, []),

  row('the browser’s sound process', 'chromium', null, /audio device socket error/i, [['device.stuck', 'possible']]),
  row('busy, says Windows', 'chromium', 'NotReadableError', /device in use/i, [['device.in-use', 'likely']]),
  row('one microphone a process', 'gecko', 'NotReadableError', /concurrent mic process/i, [
    ['device.in-use', 'likely'],
  ]),
  row('no start', null, 'NotReadableError', null, IN_USE_OR_STUCK),
  row('start timed out', 'chromium', 'AbortError', /timeout starting/i, IN_USE_OR_STUCK),
  row('Firefox did not start it', 'gecko', 'AbortError', /^starting (?:video|audio)/i, IN_USE_OR_STUCK),
  row('capture failed inside', 'chromium', 'AbortError', /error starting capture/i, IN_USE_OR_STUCK),
  row('the page went away', null, 'AbortError', null, []),
  row('wrong kind of request', null, 'NotSupportedError', null, []),
  row('the page is closing', null, 'SecurityError', null, []),
];

/** What the error of a request means here. An error that nobody has described means nothing. */
export function meaningOf(error: string, message: string, circumstances: Circumstances): Meaning {
  const found = ERROR_ROWS.find((each) => fits(each, error, message, circumstances));
  if (found === undefined) return [];
  return typeof found.means === 'function' ? found.means(circumstances) : found.means;
}

export function fits(each: ErrorRow, error: string, message: string, circumstances: Circumstances): boolean {
  return (
    (each.error === null || each.error === error) &&
    (each.engine === null || each.engine === circumstances.engine) &&
    (each.message === null || each.message.test(message)) &&
    (each.when === undefined || each.when(circumstances))
  );
}

function row(
  id: string,
  engine: ErrorRow['engine'],
  error: string | null,
  message: RegExp | null,
  means: ErrorRow['means'],
  when?: (circumstances: Circumstances) => boolean,
): ErrorRow {
  return { id, engine, error, message, means, ...(when === undefined ? {} : { when }) };
}

function insecure({ request }: Circumstances): boolean {
  return !request.secure;
}

/** Only a device that was chosen by name is asked for by its id. @see https://www.w3.org/TR/mediacapture-streams/#dfn-selectsettings */
export function isAboutDevice({ constraint }: Pick<Circumstances, 'constraint'>): boolean {
  return constraint === 'deviceId';
}

function isListed({ request }: Circumstances): boolean {
  return request.listed !== null && request.listed > 0;
}
