import { describeBrowser, isBrowserId } from '../browsers/browsers.ts';
import type { Certainty } from '../certainty.ts';
import type { AlsaInput, CameraNode, DeviceHolder } from '../facts/linux.ts';
import type { Subject } from '../subject.ts';
import { defineRule, finding, type Judgement, type Rule, undetermined } from './rule.ts';

/**
 * Sound and video servers keep devices open for all programs; PipeWire’s may do so with nobody watching.
 *
 * @see https://docs.pipewire.org/
 */
const SHARING_SERVERS = new Set(['pipewire', 'wireplumber', 'pipewire-media-session', 'pipewire-pulse', 'pulseaudio']);

/**
 * Another program has the camera. A V4L2 device may be opened by many but streamed by one, so an open node alone proves
 * little. And while one camera is free the person can choose it: only when every one is taken is it likely to blame.
 * Whoever holds a virtual camera may be the program that feeds it.
 *
 * @see https://docs.kernel.org/userspace-api/media/v4l/open.html
 */
const cameraInUse = defineRule({
  id: 'device.camera-in-use',
  causes: ['device.in-use'],
  on: ['linux'],
  media: ['camera'],
  needs: ['deviceHolders', 'cameraNodes'],
  couldBlock: false,
  judge: ({ deviceHolders, cameraNodes }, { subject }) => {
    const cameras = cameraNodes.filter(({ givesPictures }) => givesPictures.kind === 'value' && givesPictures.value);
    const others = numbered(deviceHolders.camera, subject).filter(({ holder }) =>
      cameras.some(({ node }) => node === holder.node),
    );
    const isTaken = ({ node, virtual }: CameraNode): boolean =>
      !virtual && others.some(({ holder }) => holder.node === node && holder.streaming);
    const certainty = cameras.every(isTaken) ? 'likely' : 'possible';
    if (others.length === 0 && cameras.length > 0 && deviceHolders.hiddenProcesses > 0) {
      return [
        undetermined(`deviceHolders: ${deviceHolders.hiddenProcesses} programs of other users could not be seen`),
      ];
    }
    return others.map(({ holder, index }) => inUse(holder, certainty, `deviceHolders.camera[${index}]`));
  },
});

/** Another program has the stream of every sound card’s input to itself, past the sound server. */
const microphoneInUse = defineRule({
  id: 'device.microphone-in-use',
  causes: ['device.in-use'],
  on: ['linux'],
  media: ['microphone'],
  needs: ['deviceHolders', 'alsaInputs'],
  couldBlock: false,
  judge: ({ deviceHolders, alsaInputs }, { subject }) => {
    const others = numbered(deviceHolders.microphone, subject);
    const isTaken = ({ node }: AlsaInput): boolean =>
      others.some(({ holder }) => holder.node === node && holder.streaming);
    const certainty = alsaInputs.every(isTaken) ? 'likely' : 'possible';
    return others.map(({ holder, index }) => inUse(holder, certainty, `deviceHolders.microphone[${index}]`));
  },
});

/** The holders that stand in the subject’s way, with their place in the fact. */
function numbered(holders: readonly DeviceHolder[], subject: Subject) {
  return holders
    .map((holder, index) => ({ holder, index }))
    .filter(({ holder }) => !SHARING_SERVERS.has(holder.program) && !isSubject(holder, subject));
}

function inUse({ node, program, streaming }: DeviceHolder, certainty: Certainty, fact: string): Judgement {
  return finding('device.in-use', streaming ? certainty : 'possible', { fact, value: `${node}: ${program}` });
}

/** Nobody stands in their own way: the tabs of a browser share a device. */
function isSubject(holder: DeviceHolder, subject: Subject): boolean {
  if (subject.kind === 'app') return holder.own;
  if (!isBrowserId(subject.browser.product)) return false;
  return describeBrowser(subject.browser.product).processes.includes(holder.program);
}

export const inUseRules: readonly Rule[] = [cameraInUse, microphoneInUse];
