import { blocked, type Change, CONSENT, CU, type Keys, LM, setting, type Verdict } from './computer.ts';

/** The same change to both media. */
export function both(of: (capability: string) => Keys, verdict: Verdict, native?: string): Change {
  const told = native === undefined ? {} : { native: { camera: native, microphone: native } };
  return {
    keys: { ...of('webcam'), ...of('microphone') },
    camera: verdict,
    microphone: verdict,
    ...told,
  };
}

export const device =
  (value: string) =>
  (capability: string): Keys => ({ [`${LM}\\${CONSENT}\\${capability}`]: setting(value) });
export const apps =
  (value: string) =>
  (capability: string): Keys => ({ [`${CU}\\${CONSENT}\\${capability}`]: setting(value) });
export const desktop =
  (value: string) =>
  (capability: string): Keys => ({
    [`${CU}\\${CONSENT}\\${capability}\\NonPackaged`]: setting(value),
  });
export const camera = (keys: Keys, cause: string): Change => ({ keys, camera: blocked(cause) });
export const microphone = (keys: Keys, cause: string): Change => ({ keys, microphone: blocked(cause) });

/** The same to both media, on a computer with browsers. */
export function withBrowsers(
  of: (capability: string) => Keys,
  { app, chrome, firefox }: { readonly app: Verdict; readonly chrome: Verdict; readonly firefox: Verdict },
): Change {
  return { ...both(of, app), chrome: [chrome, chrome], firefox: [firefox, firefox] };
}
