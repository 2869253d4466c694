import type { Host } from '../facts/host.ts';
import type { AudioServer, CameraNode } from '../facts/linux.ts';
import type { Evidence } from '../finding.ts';
import type { Reading } from '../reading.ts';
import type { Subject } from '../subject.ts';
import { devicesElsewhere } from './remote-session.ts';
import { defineRule, finding, grant, type Judgement, type Rule, undetermined } from './rule.ts';

/** No camera, one that this user may not open, or one that is fine: the kernel and udev know which. */
const linuxCamera = defineRule({
  id: 'device.linux-camera',
  causes: ['device.none', 'device.remote-session', 'device.not-readable-by-user'],
  on: ['linux'],
  media: ['camera'],
  needs: ['cameraNodes'],
  considers: ['host'],
  couldBlock: true,
  judge: ({ cameraNodes, host }, { subject }) => {
    const numbered = cameraNodes.map((node, index) => ({ fact: `cameraNodes[${index}]`, ...node }));
    const cameras = numbered.filter(({ givesPictures }) => givesPictures.kind === 'value' && givesPictures.value);
    const unknown = numbered.flatMap(({ fact, givesPictures }) => whyUnknown(`${fact}.givesPictures`, givesPictures));
    if (cameras.some(opens)) return grantToApp(subject);
    if (unknown.length > 0) return [undetermined(...unknown)];
    if (cameras.length > 0) return judgeRefusals(cameras);
    return none(host, { fact: 'cameraNodes', value: describeNoCamera(cameraNodes) });
  },
});

function describeNoCamera(nodes: readonly CameraNode[]): string {
  if (nodes.length === 0) return 'no camera node';
  return `${nodes.map(({ node }) => node).join(', ')}: none gives pictures`;
}

/**
 * What programs get as microphones is what the sound server offers them. Without one they open the sound card itself,
 * so then its nodes decide. A server that runs but cannot be read may hold a Bluetooth microphone: that is not "none".
 */
const linuxMicrophone = defineRule({
  id: 'device.linux-microphone',
  causes: [
    'device.none',
    'device.remote-session',
    'device.unplugged',
    'device.not-readable-by-user',
    'device.pipewire-missing',
  ],
  on: ['linux'],
  media: ['microphone'],
  needs: ['alsaInputs'],
  considers: ['audioServer', 'host'],
  couldBlock: true,
  judge: ({ alsaInputs, audioServer, host }, { subject }) => {
    const cards = alsaInputs.map((input, index) => ({ fact: `alsaInputs[${index}]`, ...input }));
    const noInput = { fact: 'alsaInputs', value: 'no input on any sound card' };
    if (audioServer?.kind === 'value') {
      const { name, sources } = audioServer.value;
      const offered = { fact: 'audioServer.sources', value: `${name} offers ${sources.length}` };
      if (sources.length > 0) return judgeSources(subject, sources);
      if (cards.length === 0) return none(host, offered, noInput);
      const unheard = { fact: 'alsaInputs', value: cards.map((card) => card.name).join(', ') };
      const refused = cards.some(opens) ? [] : judgeRefusals(cards);
      return [...refused, finding('device.pipewire-missing', 'likely', offered, unheard)];
    }
    if (cards.some(opens)) return grantToApp(subject);
    if (cards.length > 0) return judgeRefusals(cards);
    return audioServer?.kind === 'absent'
      ? none(host, noInput)
      : [undetermined(...whyUnknown('audioServer', audioServer))];
  },
});

/** A socket that tells when nothing is in it, and nothing is: the sound server still lists its input. */
function judgeSources(subject: Subject, sources: AudioServer['sources']): readonly Judgement[] {
  if (!sources.every(({ plugged }) => plugged.kind === 'value' && !plugged.value)) return grantToApp(subject);
  const value = `${sources.map(({ description }) => description).join(', ')}: not plugged in`;
  return [finding('device.unplugged', 'likely', { fact: 'audioServer.sources', value })];
}

interface AccessibleNode {
  readonly fact: string;
  readonly node: string;
  readonly access: CameraNode['access'];
}

/** One device that opens is enough: the person can choose it. */
function opens({ access }: AccessibleNode): boolean {
  return access.kind === 'value' && access.value.openable;
}

/** Of devices none of which is known to open. */
function judgeRefusals(devices: readonly AccessibleNode[]): readonly Judgement[] {
  const unknown = devices.flatMap(({ fact, access }) => whyUnknown(`${fact}.access`, access, 'unreadable'));
  if (unknown.length > 0) return [undetermined(...unknown)];
  const evidence = devices.map(({ fact, node, access }) => ({
    fact: `${fact}.access`,
    value: access.kind === 'value' ? `${node} ${access.value.ownership}` : `${node} is not there`,
  }));
  const refused = devices.some(({ access }) => access.kind === 'value');
  return [finding('device.not-readable-by-user', refused ? 'certain' : 'likely', ...evidence)];
}

/** Linux asks nobody: a program of its own that can reach the device may capture. A browser asks for its sites. */
function grantToApp(subject: Subject): readonly Judgement[] {
  return subject.kind === 'app' ? [grant] : [];
}

/** There is none; and where the computer is not the one that the person sits at, that is likely why. */
function none(host: Reading<Host> | undefined, ...evidence: readonly Evidence[]): readonly Judgement[] {
  return [finding('device.none', 'certain', ...evidence), ...devicesElsewhere(host)];
}

function whyUnknown(fact: string, reading: Reading<unknown> | undefined, only?: 'unreadable'): readonly string[] {
  if (reading?.kind === 'value') return [];
  if (reading?.kind === 'unreadable') return [`${fact}: ${reading.why}`];
  return only === 'unreadable' ? [] : [`${fact}: was not found`];
}

export const deviceRules: readonly Rule[] = [linuxCamera, linuxMicrophone];
