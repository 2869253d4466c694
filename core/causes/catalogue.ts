import type { Medium } from '../medium.ts';
import type { Layer } from './layers.ts';

/** Who can put it right. `nobody` means that nothing needs to be put right. */
export type FixableBy = 'user' | 'administrator' | 'vendor' | 'nobody';

/**
 * What a sure finding of this cause does to a verdict: `blocks` it, `degrades` it, makes the program ask first
 * (`asks`), or says something worth knowing without being a fault (`informs`).
 */
export type Effect = 'blocks' | 'degrades' | 'asks' | 'informs';

/** One root cause. Ids and codes never change their meaning and are never used again for something else. */
export interface Cause {
  /** What a person reads out on the phone. */
  readonly code: `${'P' | 'V' | 'D' | 'S' | 'A' | 'B' | 'W' | 'U' | 'Q'}${number}`;
  readonly layer: Layer;
  readonly media: readonly Medium[];
  readonly fixableBy: FixableBy;
  readonly effect: Effect;
}

const camera = ['camera'] as const;
const microphone = ['microphone'] as const;
const both = ['camera', 'microphone'] as const;

function cause(
  code: Cause['code'],
  layer: Layer,
  media: readonly Medium[],
  fixableBy?: FixableBy,
): Cause & { readonly effect: 'blocks' };
function cause<const E extends Effect>(
  code: Cause['code'],
  layer: Layer,
  media: readonly Medium[],
  fixableBy: FixableBy,
  effect: E,
): Cause & { readonly effect: E };
function cause(
  code: Cause['code'],
  layer: Layer,
  media: readonly Medium[],
  fixableBy: FixableBy = 'user',
  effect: Effect = 'blocks',
): Cause {
  return { code, layer, media, fixableBy, effect };
}

/** Every root cause the tool can name, in the order of the layers. New ones go to the end of their layer. */
export const CAUSES = {
  'windows.policy-denies-apps': cause('P01', 'management', both, 'administrator'),
  'windows.policy-denies-this-app': cause('P02', 'management', both, 'administrator'),
  'windows.policy-disables-camera': cause('P03', 'management', camera, 'administrator'),
  'macos.managed-deny': cause('P04', 'management', both, 'administrator'),
  'macos.managed-camera-off': cause('P05', 'management', camera, 'administrator'),
  'macos.screen-time': cause('P06', 'management', both),
  'browser.policy-denies': cause('P07', 'management', both, 'administrator'),

  'windows.camera-service-disabled': cause('V01', 'service', camera, 'administrator'),
  'windows.audio-service-disabled': cause('V02', 'service', microphone, 'administrator'),

  'device.none': cause('D01', 'device', both),
  'device.disabled': cause('D02', 'device', both),
  'device.driver-problem': cause('D03', 'device', both),
  'device.unplugged': cause('D04', 'device', microphone),
  'device.lid-closed': cause('D05', 'device', both),
  'device.not-readable-by-user': cause('D06', 'device', both),
  'device.pipewire-missing': cause('D07', 'device', both),
  'device.remote-session': cause('D08', 'device', both),
  // No fault of the devices: a virtual camera that is installed and yet nowhere to be found.
  'device.plug-in-blocked': cause('D09', 'device', camera, 'user', 'informs'),

  'windows.device-access-off': cause('S01', 'system', both, 'administrator'),
  'windows.apps-access-off': cause('S02', 'system', both),
  'windows.desktop-apps-off': cause('S03', 'system', both),
  'windows.consent-conflict': cause('S04', 'system', both, 'user', 'informs'),
  'windows.denied-without-key': cause('S05', 'system', both),
  'linux.desktop-privacy-off': cause('S06', 'system', both),

  'windows.app-access-off': cause('A01', 'application', both),
  'windows.exe-access-off': cause('A02', 'application', both),
  'macos.not-asked': cause('A03', 'application', both, 'user', 'asks'),
  'macos.denied': cause('A04', 'application', both),
  'macos.browser-denied': cause('A05', 'application', both),
  'macos.stale-process': cause('A06', 'application', both),
  'macos.signature-mismatch': cause('A07', 'application', both),
  'macos.terminal-identity': cause('A08', 'application', both, 'user', 'informs'),
  'linux.sandbox-denies': cause('A09', 'application', both),

  'browser.default-block': cause('B01', 'browser', both),
  'browser.media-disabled': cause('B02', 'browser', both),
  'browser.capture-refused': cause('B03', 'browser', both),
  'browser.extension-denies': cause('B04', 'browser', both),
  'browser.started-with-flags': cause('B05', 'browser', both),

  'browser.site-block': cause('W01', 'site', both),
  'browser.site-embargo': cause('W02', 'site', both),
  'browser.prompt-pending': cause('W03', 'site', both, 'user', 'asks'),
  'browser.prompt-dismissed': cause('W04', 'site', both, 'user', 'asks'),
  'site.insecure-origin': cause('W05', 'site', both, 'vendor'),
  'site.permissions-policy': cause('W06', 'site', both, 'vendor'),
  'browser.one-time-grant-expired': cause('W07', 'site', both, 'user', 'asks'),
  'browser.temporary-block': cause('W08', 'site', both),

  'device.in-use': cause('U01', 'in-use', both),
  'device.stuck': cause('U02', 'in-use', both),
  'security-software.shield': cause('U03', 'in-use', camera),

  'signal.no-frames': cause('Q01', 'signal', camera),
  'signal.covered': cause('Q02', 'signal', camera),
  'signal.too-dark': cause('Q03', 'signal', camera, 'user', 'degrades'),
  'signal.frozen': cause('Q04', 'signal', camera),
  'signal.low-frame-rate': cause('Q05', 'signal', camera, 'user', 'degrades'),
  'signal.virtual-camera': cause('Q06', 'signal', camera, 'user', 'degrades'),
  'signal.infrared': cause('Q07', 'signal', camera, 'user', 'degrades'),
  'signal.muted': cause('Q08', 'signal', both),
  'signal.digital-silence': cause('Q09', 'signal', microphone),
  'signal.too-quiet': cause('Q10', 'signal', microphone, 'user', 'degrades'),
  'signal.clipping': cause('Q11', 'signal', microphone, 'user', 'degrades'),
  'signal.dead-channel': cause('Q12', 'signal', microphone, 'user', 'degrades'),
  'signal.volume-zero': cause('Q13', 'signal', microphone),
  'signal.wrong-device': cause('Q14', 'signal', both),
} as const satisfies Record<string, Cause>;

export type CauseId = keyof typeof CAUSES;

/** Every cause with this effect. */
export type CauseThat<E extends Effect> = {
  [Id in CauseId]: (typeof CAUSES)[Id]['effect'] extends E ? Id : never;
}[CauseId];
