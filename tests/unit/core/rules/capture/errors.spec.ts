import { describe, expect, test } from 'vitest';
import type { CaptureRequest } from '../../../../../core/facts/capture.ts';
import { type Circumstances, ERROR_ROWS, fits, meaningOf } from '../../../../../core/rules/capture/errors.ts';
import { captureOf } from '../../captures.ts';

interface Around extends Partial<Omit<Circumstances, 'request'>> {
  readonly request?: Partial<CaptureRequest>;
}

function circumstances({ request, ...rest }: Around): Circumstances {
  const asked = captureOf({ request: { permissionAfter: 'denied', milliseconds: 20, ...request } }).request;
  return {
    medium: 'camera',
    platform: 'linux',
    own: false,
    engine: 'chromium',
    constraint: null,
    ...rest,
    request: asked,
  };
}

const FIREFOX = 'The request is not allowed by the user agent or the platform in the current context.';
const STUCK = ['device.in-use possible', 'device.stuck possible'];
const granted = { permissionAfter: 'granted' } as const;

/** What browsers were seen, or are written, to say; which row of the table that is; and what it means. */
const CASES: readonly (readonly [row: string, error: string, message: string, Around, readonly string[]])[] = [
  [
    'insecure page',
    'NotAllowedError',
    FIREFOX,
    { engine: 'gecko', request: { secure: false } },
    ['site.insecure-origin likely'],
  ],
  [
    'insecure page, nothing to call',
    'TypeError',
    'undefined',
    { request: { secure: false } },
    ['site.insecure-origin likely'],
  ],
  ['invalid origin', 'SecurityError', 'Invalid security origin', {}, ['site.insecure-origin likely']],
  [
    'forbidden by the page',
    'NotAllowedError',
    'Permission denied',
    { request: { allowed: false } },
    ['site.permissions-policy certain'],
  ],
  [
    'denied by the system',
    'NotAllowedError',
    'Permission denied by system',
    { platform: 'darwin' },
    ['macos.browser-denied certain'],
  ],
  [
    'denied by the system',
    'NotAllowedError',
    'Permission denied by system',
    { platform: 'darwin', own: true },
    ['macos.denied likely'],
  ],
  [
    'denied by the system',
    'NotAllowedError',
    'Permission denied by system',
    { platform: 'win32' },
    ['windows.denied-without-key likely'],
  ],
  ['denied by the system', 'NotAllowedError', 'Permission denied by system', {}, ['browser.capture-refused likely']],
  [
    'dismissed',
    'NotAllowedError',
    'Permission dismissed',
    { request: { permissionAfter: 'prompt' } },
    ['browser.prompt-dismissed certain'],
  ],
  ['denied by user', 'NotAllowedError', 'Permission denied by user', {}, ['browser.site-block likely']],
  ['kill switch, older', 'NotAllowedError', '', {}, ['browser.capture-refused likely']],
  ['kill switch', 'NotAllowedError', 'Killswitch on', {}, ['browser.capture-refused likely']],
  [
    'denied to this app on macOS',
    'NotAllowedError',
    'Permission denied',
    { own: true, platform: 'darwin', request: granted },
    ['macos.denied likely'],
  ],
  ['stored or answered with Block', 'NotAllowedError', 'Permission denied', {}, ['browser.site-block likely']],
  [
    'stored or answered with Block',
    'NotAllowedError',
    'Permission denied',
    { request: { milliseconds: 2_000 } },
    ['browser.site-block likely'],
  ],
  [
    'refused to this app’s page in a browser',
    'NotAllowedError',
    'Permission denied',
    { own: true },
    ['browser.temporary-block likely'],
  ],
  [
    'refused at once with nothing stored',
    'NotAllowedError',
    'Permission denied',
    { request: { permissionAfter: 'prompt', milliseconds: 499 } },
    ['browser.capture-refused likely'],
  ],
  [
    'refused at once with nothing stored',
    'NotAllowedError',
    'Permission denied',
    { request: { ...granted, milliseconds: 900 } },
    ['browser.capture-refused likely'],
  ],
  [
    'refused by a person, not stored',
    'NotAllowedError',
    'Permission denied',
    { request: { permissionAfter: 'prompt', milliseconds: 500 } },
    ['browser.temporary-block likely'],
  ],
  ['invalid state, newer', 'NotAllowedError', 'Invalid state', {}, []],
  [
    'media switched off inside',
    'NotAllowedError',
    FIREFOX,
    { engine: 'gecko', request: granted },
    ['browser.media-disabled likely'],
  ],
  ['refused by Firefox', 'NotAllowedError', FIREFOX, { engine: 'gecko' }, ['browser.temporary-block likely']],
  [
    'refused by Safari',
    'NotAllowedError',
    'The request is not allowed',
    { engine: 'webkit' },
    ['browser.temporary-block likely'],
  ],
  [
    'refused by an unknown browser',
    'NotAllowedError',
    'No.',
    { engine: 'unknown' },
    ['browser.temporary-block likely'],
  ],
  [
    'Firefox refused by macOS',
    'NotFoundError',
    'The object can not be found here.',
    { engine: 'gecko', platform: 'darwin' },
    ['macos.browser-denied likely'],
  ],
  [
    'Firefox refused by Windows',
    'NotFoundError',
    'The object can not be found here.',
    { engine: 'gecko', platform: 'win32' },
    ['windows.denied-without-key possible'],
  ],
  [
    'not found',
    'NotFoundError',
    'The object can not be found here.',
    { engine: 'gecko', platform: 'darwin', request: { listed: 0 } },
    ['device.none likely'],
  ],
  ['listed and not found', 'NotFoundError', 'Requested device not found', {}, []],
  ['not found', 'NotFoundError', 'Requested device not found', { request: { listed: 0 } }, ['device.none likely']],
  [
    'Safari without a device',
    'OverconstrainedError',
    'Invalid constraint',
    { engine: 'webkit', request: { listed: 0 } },
    ['device.none likely'],
  ],
  [
    'chosen, and none is there',
    'OverconstrainedError',
    '',
    { constraint: 'deviceId', request: { listed: 0 } },
    ['device.none likely'],
  ],
  ['the chosen device is gone', 'OverconstrainedError', '', { constraint: 'deviceId' }, []],
  ['the chosen device is gone', 'OverconstrainedError', '', { constraint: 'deviceId', request: { listed: null } }, []],
  [
    'the chosen device is gone',
    'OverconstrainedError',
    '',
    { constraint: 'deviceId', medium: 'microphone' },
    ['device.unplugged possible'],
  ],
  [
    'the chosen device is gone',
    'OverconstrainedError',
    'Invalid constraint',
    { engine: 'webkit', constraint: 'deviceId', medium: 'microphone' },
    ['device.unplugged possible'],
  ],
  ['a wish not met', 'OverconstrainedError', '', {}, []],
  ['a wish not met', 'OverconstrainedError', 'Constraints could be not satisfied.', { engine: 'gecko' }, []],
  ['a wish not met', 'OverconstrainedError', '', { constraint: 'channelCount', request: { listed: 0 } }, []],
  ['busy, says Windows', 'NotReadableError', 'Device in use', { platform: 'win32' }, ['device.in-use likely']],
  [
    'one microphone a process',
    'NotReadableError',
    'Concurrent mic process limit.',
    { engine: 'gecko' },
    ['device.in-use likely'],
  ],
  ['no start', 'NotReadableError', 'Could not start video source', {}, STUCK],
  ['no start', 'NotReadableError', 'Could not start audio source', { medium: 'microphone' }, STUCK],
  ['no start', 'NotReadableError', 'Failed to allocate videosource', { engine: 'gecko' }, STUCK],
  ['no start', 'NotReadableError', 'Failed to allocate audiosource', { engine: 'gecko' }, STUCK],
  ['start timed out', 'AbortError', 'Timeout starting video source', {}, STUCK],
  ['Firefox did not start it', 'AbortError', 'Starting videoinput failed', { engine: 'gecko' }, STUCK],
  ['Firefox did not start it', 'AbortError', 'Starting video failed', { engine: 'gecko' }, STUCK],
  ['capture failed inside', 'AbortError', 'Error starting capture', {}, STUCK],
  ['the page went away', 'AbortError', 'Invalid state', {}, []],
  ['the page went away', 'AbortError', 'Failed due to shutdown', {}, []],
  ['the page went away', 'AbortError', 'Context destroyed', {}, []],
  ['the page went away', 'AbortError', 'In shutdown', { engine: 'gecko' }, []],
  ['the browser’s sound process', 'NotReadableError', 'Audio device socket error', {}, ['device.stuck possible']],
  ['the browser’s sound process', 'AbortError', 'Audio device socket error', {}, ['device.stuck possible']],
  ['wrong kind of request', 'NotSupportedError', 'Not supported', {}, []],
  ['the page is closing', 'SecurityError', 'The operation is insecure.', { engine: 'gecko' }, []],
];

describe('what a browser says', () => {
  test.each(CASES)('%s: %s "%s" %j', (row, error, message, around, means) => {
    const all = circumstances(around);
    expect(ERROR_ROWS.find((each) => fits(each, error, message, all))?.id).toBe(row);
    expect(meaningOf(error, message, all).map((each) => each.join(' '))).toEqual(means);
  });

  test('every row of the table has its case', () => {
    expect([...new Set(CASES.map(([row]) => row))].toSorted()).toEqual(ERROR_ROWS.map(({ id }) => id).toSorted());
  });

  test('words that nobody has described mean nothing', () => {
    expect(meaningOf('BrandNewError', 'Some words', circumstances({}))).toEqual([]);
  });
});
