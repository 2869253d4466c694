import { secretsOf, writeUp } from '../main/doctor.ts';
import { realMachine } from '../main/machine/real.ts';
import { gather } from '../main/probes/gather.ts';
import { loadProbes } from '../main/probes/index.ts';

/**
 * Reads this computer for real and prints every fact as a report would carry it. On macOS it fails where something cannot
 * be read that every Mac lets everybody read, which is how hosted Macs try the probes.
 */
const ALWAYS_READABLE = [
  'host',
  'macVersion',
  'macPermissions',
  'macFreshPermissions',
  'macManagement',
  'macEnrolment',
  'macCameras',
  'macAudioInputs',
  'macLid',
  'macCameraPlugIns',
  'browsers',
] as const;

const machine = realMachine();
if (machine === null) throw new Error('This system is not known.');
const gathered = await gather(machine, { site: null, probes: await loadProbes(machine.platform) });
const { facts } = writeUp(gathered, null, secretsOf(machine)).report;
process.stdout.write(`${JSON.stringify(facts, null, 2)}\n`);
const unread = ALWAYS_READABLE.flatMap((name) => {
  const reading = facts.readings[name];
  return reading?.kind === 'unreadable' ? [`${name}: ${reading.why}`] : [];
});
const { macPermissions } = facts.readings;
if (macPermissions?.kind === 'value') {
  for (const { asked } of [macPermissions.value.camera, macPermissions.value.microphone])
    if (asked.kind === 'unreadable') unread.push(`macPermissions: ${asked.why}`);
}
if (facts.platform === 'darwin' && unread.length > 0) {
  process.stderr.write(`${unread.join('\n')}\n`);
  process.exitCode = 1;
}
