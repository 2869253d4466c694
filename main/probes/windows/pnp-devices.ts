import { thenReading, value } from '../../../core/reading.ts';
import { checked } from '../../parse/checked.ts';
import { outputOf } from '../../parse/command-output.ts';
import { parseJsonText } from '../../parse/json.ts';
import { defineProbe } from '../probe.ts';

const SCRIPT =
  "ConvertTo-Json -Compress -InputObject @(Get-CimInstance Win32_PnPEntity -Filter \"PNPClass='Camera' OR PNPClass='Image' OR PNPClass='AudioEndpoint'\" | Select-Object Name,PNPClass,PNPDeviceID,ConfigManagerErrorCode,Present)";

const COMMAND = ['powershell.exe', '-NoProfile', '-NonInteractive', '-Command', SCRIPT] as const;

const PHANTOM = 45;

/** Endpoints that take sound in have this in front of their id; those that give it out have `{0.0.0.`. */
const INPUT = /\{0\.0\.1\.00000000\}/i;

/**
 * The devices that are connected, with what the Device Manager says is the matter with them. The live code is nowhere in
 * the registry.
 *
 * @see https://learn.microsoft.com/windows-hardware/drivers/install/device-manager-error-messages
 * @see https://learn.microsoft.com/windows/win32/cimwin32prov/win32-pnpentity
 */
export const windowsPnpDevices = defineProbe({
  fact: 'windowsPnpDevices',
  on: ['win32'],
  speed: 'slow',
  read: async (machine) => {
    const ran = await machine.run(COMMAND, { milliseconds: 7_000, bytes: 4 * 1024 * 1024 });
    const json = thenReading(outputOf('powershell.exe', ran), (text) => parseJsonText('powershell.exe', text));
    const { pnpEntitiesSchema } = await import('./pnp-schema.ts');
    const entities = thenReading(json, (content) => checked('powershell.exe', pnpEntitiesSchema, content));
    return thenReading(entities, (found) =>
      value(
        found.flatMap(({ Name, PNPClass, PNPDeviceID, ConfigManagerErrorCode, Present }) => {
          if (Present === false || ConfigManagerErrorCode === PHANTOM) return [];
          const isSound = PNPClass === 'AudioEndpoint';
          if (isSound && !INPUT.test(PNPDeviceID)) return [];
          const kind = isSound ? 'microphone' : PNPClass === 'Camera' ? 'camera' : 'image';
          return [{ name: Name ?? '', kind, problem: ConfigManagerErrorCode ?? 0 }];
        }),
      ),
    );
  },
});
