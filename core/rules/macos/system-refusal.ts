import type { Capture } from '../../facts/capture.ts';
import type { FactReading } from '../../facts/facts.ts';
import type { MacCamera, MacTransport } from '../../facts/macos.ts';
import type { Medium } from '../../medium.ts';
import type { Subject } from '../../subject.ts';

/** What macOS offers, as far as it was read, and what the app’s own window answered its page. */
export interface Devices {
  readonly macCameras: FactReading<'macCameras'> | undefined;
  readonly macAudioInputs: FactReading<'macAudioInputs'> | undefined;
  readonly macLid?: FactReading<'macLid'> | undefined;
  /** `absent` where a browser shows the app’s page, which then refuses as a browser does. */
  readonly ownDecisions?: FactReading<'ownDecisions'> | undefined;
}

/**
 * Whether macOS has a device of the kind that any program finds; null where that was not read, and where all there is may
 * be under a closed lid, or is a program, which not every browser offers.
 */
function hasDevice(medium: Medium, { macCameras, macAudioInputs, macLid }: Devices): boolean | null {
  const devices = medium === 'camera' ? macCameras : macAudioInputs;
  if (devices?.kind !== 'value') return null;
  if (devices.value.length === 0) return false;
  const isLidOpen = macLid?.kind === 'absent' || (macLid?.kind === 'value' && macLid.value === 'open');
  const isFound = (kind: string): boolean => (BUILT_IN.has(kind) ? isLidOpen : !UNSURE.has(kind));
  return devices.value.some((device) => isFound('kind' in device ? device.kind : device.transport)) ? true : null;
}

const BUILT_IN: ReadonlySet<string> = new Set<Kind>(['built-in', 'builtin']);
const UNSURE: ReadonlySet<string> = new Set<Kind>(['virtual', 'other', 'unknown']);
type Kind = MacCamera['kind'] | MacTransport;

export type Refusal = 'by-macos' | 'perhaps' | 'no';

/**
 * Whether it was macOS that refused a program in a capture test. In the app’s own window nobody else is left to. Chromium says so in words, which are no contract.
 * Firefox says that it found nothing, as it does without a device: only where macOS has one is that a refusal. Safari is
 * never refused by these decisions.
 *
 * @see https://github.com/webrtc/samples/issues/1191
 * @see https://github.com/webrtc/testrtc/issues/300
 */
export function refusalIn(outcome: Capture['outcome'], subject: Subject, medium: Medium, devices: Devices): Refusal {
  if (outcome.kind !== 'failed') return 'no';
  if (subject.kind === 'app')
    return outcome.error === 'NotAllowedError' && devices.ownDecisions?.kind === 'value' ? 'by-macos' : 'no';
  const { engine } = subject.browser;
  if (engine === 'chromium')
    return outcome.error === 'NotAllowedError' && /\bsystem\b/i.test(outcome.message) ? 'by-macos' : 'no';
  if (engine !== 'gecko' || outcome.error !== 'NotFoundError') return 'no';
  const there = hasDevice(medium, devices);
  if (there === null) return 'perhaps';
  return there ? 'by-macos' : 'no';
}
