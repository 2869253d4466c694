import type { FactValue } from '../../../core/facts/facts.ts';
import { absent, thenReading, value, valueOr } from '../../../core/reading.ts';
import { checked } from '../../parse/checked.ts';
import { outputOf } from '../../parse/command-output.ts';
import { parseJsonText } from '../../parse/json.ts';
import { defineProbe } from '../probe.ts';
import { isNamedByMaker } from './device-names.ts';
import type { PnpEntity } from './pnp-schema.ts';
import { isInputEndpoint, PHANTOM } from './present-devices.ts';

type PnpDevice = FactValue<'windowsPnpDevices'>[number];

const SCRIPT =
  "ConvertTo-Json -Compress -InputObject @(Get-CimInstance Win32_PnPEntity -Filter \"PNPClass='Camera' OR PNPClass='Image' OR PNPClass='AudioEndpoint'\" | Select-Object Name,PNPClass,PNPDeviceID,ConfigManagerErrorCode,Present)";

const ARGUMENTS = ['-NoProfile', '-NonInteractive', '-Command', SCRIPT] as const;

/** By its full path: a program of that name in the folder that somebody works in is not Windows’. */
export function pnpCommand(systemRoot: string): readonly [string, ...string[]] {
  return [`${systemRoot}\\System32\\WindowsPowerShell\\v1.0\\powershell.exe`, ...ARGUMENTS];
}

/**
 * The devices that are connected, with what the Device Manager says is the matter with them, where only
 * PowerShell can be asked. The live code is nowhere in the registry.
 *
 * @see https://learn.microsoft.com/windows-hardware/drivers/install/device-manager-error-messages
 * @see https://learn.microsoft.com/windows/win32/cimwin32prov/win32-pnpentity
 */
export const windowsPnpDevices = defineProbe({
  fact: 'windowsPnpDevices',
  on: ['win32'],
  speed: 'slow',
  after: ['windowsPresentDevices'],
  read: async (machine, { known: { windowsPresentDevices } }) => {
    if (windowsPresentDevices?.kind === 'value') return absent;
    const command = pnpCommand(valueOr(machine.env.get('SystemRoot'), 'C:\\Windows'));
    const ran = await machine.run(command, { milliseconds: 7_000, bytes: 4 * 1024 * 1024 });
    const json = thenReading(outputOf('powershell.exe', ran), (text) => parseJsonText('powershell.exe', text));
    const { pnpEntitiesSchema } = await import('./pnp-schema.ts');
    const entities = thenReading(json, (content) => checked('powershell.exe', pnpEntitiesSchema, content));
    return thenReading(entities, (found) => value(found.filter(isConnected).flatMap(toDevice)));
  },
});

function isConnected({ Present, ConfigManagerErrorCode }: PnpEntity): boolean {
  return Present !== false && ConfigManagerErrorCode !== PHANTOM;
}

const KINDS: Readonly<Record<string, PnpDevice['kind']>> = {
  Camera: 'camera',
  Image: 'image',
  AudioEndpoint: 'microphone',
};

function toDevice({ Name, PNPClass, PNPDeviceID, ConfigManagerErrorCode }: PnpEntity): readonly PnpDevice[] {
  const kind = KINDS[PNPClass];
  if (kind === undefined || (kind === 'microphone' && !isInputEndpoint(PNPDeviceID))) return [];
  return [{ name: isNamedByMaker(PNPDeviceID) ? (Name ?? '') : '', kind, problem: ConfigManagerErrorCode ?? 0 }];
}
