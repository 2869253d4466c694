import type { Capture, CaptureRequest } from '../../core/facts/capture.ts';
import type { Medium } from '../../core/medium.ts';
import { within } from './stream.ts';
import { LIST_LIMIT, PERMISSION_LIMIT } from './time-limits.ts';

type PermissionAnswer = CaptureRequest['permissionAfter'];

/** Chromium’s own, which tells a page’s policy from a person’s decision. */
interface FeaturePolicy {
  readonly allowsFeature: (feature: string) => boolean;
}

/** The state of the permission; `unknown` where the browser has no word for it or does not answer. */
export async function permissionOf(medium: Medium): Promise<PermissionAnswer> {
  try {
    // Older Firefox throws at these names.
    const answer = await within(navigator.permissions.query({ name: medium as PermissionName }), PERMISSION_LIMIT);
    return answer === null ? 'unknown' : answer.state;
  } catch {
    return 'unknown';
  }
}

/** What stands around a request, at this moment. */
export async function circumstancesOf(
  medium: Medium,
): Promise<Pick<CaptureRequest, 'permissionAfter' | 'secure' | 'allowed' | 'visible' | 'focused' | 'listed'>> {
  const [permissionAfter, listed] = await Promise.all([permissionOf(medium), listDevices()]);
  return {
    permissionAfter,
    secure: globalThis.isSecureContext,
    allowed: allowedOf(medium),
    visible: document.visibilityState === 'visible',
    focused: document.hasFocus(),
    listed: listed === null ? null : listed.filter(({ kind }) => kind === KIND_OF[medium]).length,
  };
}

function allowedOf(medium: Medium): boolean | null {
  const { featurePolicy } = document as Document & { readonly featurePolicy?: FeaturePolicy };
  return featurePolicy === undefined ? null : featurePolicy.allowsFeature(medium);
}

export const KIND_OF = { camera: 'videoinput', microphone: 'audioinput' } as const satisfies Record<Medium, string>;

/** Null where the browser does not tell. It is not asked for ever: a driver that hangs can hang the list too. */
export async function listDevices(): Promise<readonly MediaDeviceInfo[] | null> {
  try {
    return await within(navigator.mediaDevices.enumerateDevices(), LIST_LIMIT);
  } catch {
    return null;
  }
}

/** Which engine runs this page, by its user agent: errors are worded by it. */
export function engineOf(userAgent: string): Capture['engine'] {
  const engines = [
    ['gecko', /\bFirefox\/(\d+)/],
    ['chromium', /\b(?:Chrome|Chromium|HeadlessChrome)\/(\d+)/],
    // Every browser on iOS is Safari’s engine, and says so in this way.
    ['webkit', /\bVersion\/(\d+)[\d.]* .*Safari\//],
    ['webkit', /\bAppleWebKit\/(\d+)/],
  ] as const;
  for (const [name, pattern] of engines) {
    const version = pattern.exec(userAgent)?.[1];
    if (version !== undefined) return { name, version: Number(version) };
  }
  return { name: 'unknown', version: null };
}
