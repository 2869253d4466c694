import type { FactReading } from '../facts/facts.ts';
import { finding, type Judgement } from './rule.ts';

type HostReading = FactReading<'host'> | undefined;

/** In a session on somebody else’s computer the devices are likely on the other side. */
export function remoteSession(host: HostReading): readonly Judgement[] {
  if (host?.kind !== 'value') return [];
  const { session, sessionSign } = host.value;
  if (session.kind !== 'value' || session.value !== 'remote') return [];
  const value = sessionSign.kind === 'value' ? sessionSign.value : 'remote';
  return [finding('device.remote-session', 'likely', { fact: 'host.session', value })];
}

/** The same, and in a virtual machine, which has no devices but those that it is given. */
export function devicesElsewhere(host: HostReading): readonly Judgement[] {
  const remote = remoteSession(host);
  if (remote.length > 0 || host?.kind !== 'value' || host.value.virtual.kind !== 'value') return remote;
  return [finding('device.remote-session', 'likely', { fact: 'host.virtual', value: host.value.virtual.value })];
}
