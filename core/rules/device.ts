import type { AlsaInput, AudioServer, CameraNode } from '../facts/linux.ts';
import { MEDIA } from '../medium.ts';
import type { Reading } from '../reading.ts';
import type { Subject } from '../subject.ts';
import { defineRule, finding, grant, type Judgement, type Rule, undetermined } from './rule.ts';

/** No camera, one that this user may not open, or one that is fine: the kernel and udev know which. */
const linuxCamera = defineRule({
  id: 'device.linux-camera',
  causes: ['device.none', 'device.not-readable-by-user'],
  on: ['linux'],
  media: ['camera'],
  needs: ['cameraNodes'],
  couldBlock: true,
  judge: ({ cameraNodes }, { subject }) => {
    const numbered = cameraNodes.map((node, index) => ({ node, fact: `cameraNodes[${index}]` }));
    const cameras = numbered.filter(({ node }) => node.givesPictures.kind === 'value' && node.givesPictures.value);
    const unknown = numbered.flatMap(({ node, fact }) => whyUnknown(`${fact}.givesPictures`, node.givesPictures));
    if (cameras.length > 0)
      return judgeAccess(
        subject,
        cameras.map(({ node, fact }) => ({ fact, ...node })),
      );
    if (unknown.length > 0) return [undetermined(...unknown)];
    return [finding('device.none', 'certain', { fact: 'cameraNodes', value: describeNoCamera(cameraNodes) })];
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
  causes: ['device.none', 'device.not-readable-by-user', 'device.pipewire-missing'],
  on: ['linux'],
  media: ['microphone'],
  needs: ['alsaInputs'],
  considers: ['audioServer'],
  couldBlock: true,
  judge: ({ alsaInputs, audioServer }, { subject }) => {
    const cards = alsaInputs.map((input, index) => ({ fact: `alsaInputs[${index}]`, ...input }));
    if (audioServer?.kind === 'value') return judgeSources(subject, audioServer.value, cards);
    if (cards.length > 0) return judgeAccess(subject, cards);
    if (audioServer?.kind === 'absent') {
      return [finding('device.none', 'certain', { fact: 'alsaInputs', value: 'no input on any sound card' })];
    }
    return [undetermined(...whyUnknown('audioServer', audioServer))];
  },
});

function judgeSources(
  subject: Subject,
  server: AudioServer,
  cards: readonly (AlsaInput & AccessibleNode)[],
): readonly Judgement[] {
  const offered = { fact: 'audioServer.sources', value: `${server.name} offers ${server.sources.length}` };
  if (server.sources.length > 0) return grantToApp(subject);
  if (cards.length === 0) {
    return [finding('device.none', 'certain', offered, { fact: 'alsaInputs', value: 'no input on any sound card' })];
  }
  const unheard = { fact: 'alsaInputs', value: cards.map(({ name }) => name).join(', ') };
  const refused = judgeAccess(subject, cards).filter(({ kind }) => kind === 'finding');
  return [...refused, finding('device.pipewire-missing', 'likely', offered, unheard)];
}

interface AccessibleNode {
  readonly fact: string;
  readonly node: string;
  readonly access: CameraNode['access'];
}

/** One device that opens is enough: the person can choose it. */
function judgeAccess(subject: Subject, devices: readonly AccessibleNode[]): readonly Judgement[] {
  const evidence = devices.map(({ fact, node, access }) => ({
    fact: `${fact}.access`,
    value: access.kind === 'value' ? `${node} ${access.value.ownership}` : `${node} is not there`,
  }));
  if (devices.some(({ access }) => access.kind === 'value' && access.value.openable)) return grantToApp(subject);
  const unknown = devices.flatMap(({ fact, access }) => whyUnknown(`${fact}.access`, access, 'unreadable'));
  if (unknown.length > 0) return [undetermined(...unknown)];
  const refused = devices.some(({ access }) => access.kind === 'value');
  return [finding('device.not-readable-by-user', refused ? 'certain' : 'likely', ...evidence)];
}

/** Linux asks nobody: a program of its own that can reach the device may capture. A browser asks for its sites. */
function grantToApp(subject: Subject): readonly Judgement[] {
  return subject.kind === 'app' ? [grant] : [];
}

/** Nobody’s device is found in a session on somebody else’s computer: the person’s own camera is on the other side. */
const linuxRemoteSession = defineRule({
  id: 'device.linux-remote-session',
  causes: ['device.remote-session'],
  on: ['linux'],
  media: MEDIA,
  needs: ['host', 'cameraNodes', 'alsaInputs'],
  considers: ['audioServer'],
  couldBlock: false,
  judge: ({ host, cameraNodes, alsaInputs, audioServer }, { medium }) => {
    const sources = audioServer?.kind === 'value' ? audioServer.value.sources.length : 0;
    const devices = medium === 'camera' ? cameraNodes.length : alsaInputs.length + sources;
    if (devices > 0) return [];
    if (host.session.kind === 'value' && host.session.value === 'remote') {
      const sign = host.sessionSign.kind === 'value' ? host.sessionSign.value : 'remote';
      return [finding('device.remote-session', 'likely', { fact: 'host.session', value: sign })];
    }
    if (host.virtual.kind === 'value') {
      return [finding('device.remote-session', 'likely', { fact: 'host.virtual', value: host.virtual.value })];
    }
    return [];
  },
});

function whyUnknown(fact: string, reading: Reading<unknown> | undefined, only?: 'unreadable'): readonly string[] {
  if (reading?.kind === 'value') return [];
  if (reading?.kind === 'unreadable') return [`${fact}: ${reading.why}`];
  return only === 'unreadable' ? [] : [`${fact}: was not found`];
}

export const deviceRules: readonly Rule[] = [linuxCamera, linuxMicrophone, linuxRemoteSession];
