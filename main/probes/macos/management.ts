import type { MacManagement } from '../../../core/facts/macos.ts';
import { KNOWN_CLIENTS } from '../../../core/mac-clients.ts';
import { absent, type Reading, thenReading, unreadable, value } from '../../../core/reading.ts';
import type { Machine } from '../../machine/machine.ts';
import { checked } from '../../parse/checked.ts';
import { outputOf } from '../../parse/command-output.ts';
import { parsePlist } from '../../parse/plist.ts';
import { readManagedPlists } from '../browsers/managed-plists.ts';
import { defineProbe } from '../probe.ts';
import type { ServicePolicy } from './managed-plists-schema.ts';

const OVERRIDES = '/Library/Application Support/com.apple.TCC/MDMOverrides.plist';
const LIMIT = 4 * 1024 * 1024;

/**
 * What configuration profiles lay down. About camera and microphone they can only ever refuse; the person is then not
 * asked, and finds nothing in the privacy settings.
 *
 * Screen Time has no file that anybody documents; only macOS’ own answer `restricted` tells of it.
 *
 * @see https://github.com/apple/device-management/blob/release/mdm/profiles/com.apple.TCC.configuration-profile-policy.yaml
 * @see https://github.com/apple/device-management/blob/release/mdm/profiles/com.apple.applicationaccess.yaml
 */
export const macManagement = defineProbe({
  fact: 'macManagement',
  on: ['darwin'],
  speed: 'fast',
  read: async (machine) => {
    const [overrides, allowCamera] = await Promise.all([readOverrides(machine), readAllowCamera(machine)]);
    return value({ overrides, allowCamera });
  },
});

async function readOverrides(machine: Machine): Promise<MacManagement['overrides']> {
  const bytes = await machine.files.read(OVERRIDES, LIMIT);
  if (bytes.kind !== 'value') return bytes;
  const content = await parsePlist(OVERRIDES, bytes.value);
  const { overridesSchema, servicesSchema } = await import('./managed-plists-schema.ts');
  return thenReading(content, (plist) =>
    thenReading(checked(OVERRIDES, overridesSchema, plist), (byClient) => {
      const told = Object.entries(byClient).flatMap(([name, laidDown]) => {
        const client = KNOWN_CLIENTS.find((each) => each.toLowerCase() === name.toLowerCase());
        if (client === undefined) return [];
        const services = checked(`${OVERRIDES}: ${client}`, servicesSchema, laidDown);
        return [
          {
            client,
            camera: thenReading(services, (all) => readService(client, all.kTCCServiceCamera)),
            microphone: thenReading(services, (all) => readService(client, all.kTCCServiceMicrophone)),
          },
        ];
      });
      return value(told);
    }),
  );
}

/** `Authorization` took the place of `Allowed` with macOS 11; which of them counts where they differ, nobody says. */
function readService(client: string, policy: ServicePolicy | undefined): Reading<boolean> {
  if (policy === undefined) return absent;
  const { Authorization: word, Allowed: allowed } = policy;
  if (word !== undefined && allowed !== undefined && allowed !== (word !== 'Deny'))
    return unreadable(`${OVERRIDES}: ${client}: it says both yes and no`);
  switch (word) {
    case undefined:
      return allowed === undefined ? unreadable(`${OVERRIDES}: ${client}: it says neither yes nor no`) : value(allowed);
    case 'Deny':
      return value(false);
    case 'Allow':
      return value(true);
    case 'AllowStandardUserToSetSystemService':
      return absent;
    default:
      return unreadable(`${OVERRIDES}: ${client}: an authorization that is not known`);
  }
}

/** Of several, the one that refuses counts. */
async function readAllowCamera(machine: Machine): Promise<MacManagement['allowCamera']> {
  const files = await readManagedPlists(machine, 'com.apple.applicationaccess');
  if (files.every(({ kind }) => kind === 'absent')) return absent;
  const { restrictionsSchema } = await import('./managed-plists-schema.ts');
  const told = files.map((each) =>
    thenReading(each, ({ file, content }): Reading<{ from: string; allowed: boolean }> => {
      const restrictions = checked(file, restrictionsSchema, content);
      return thenReading(restrictions, ({ allowCamera }) =>
        allowCamera === undefined ? absent : value({ from: file, allowed: allowCamera }),
      );
    }),
  );
  return (
    told.find((each) => each.kind === 'value' && !each.value.allowed) ??
    told.find(({ kind }) => kind === 'unreadable') ??
    told.find(({ kind }) => kind === 'value') ??
    absent
  );
}

/** Anybody may ask this; `profiles` needs no administrator for it. */
export const ENROLMENT_COMMAND = ['/usr/bin/profiles', 'status', '-type', 'enrollment'] as const;

export const macEnrolment = defineProbe({
  fact: 'macEnrolment',
  on: ['darwin'],
  speed: 'slow',
  read: async (machine) => {
    const ran = await machine.run(ENROLMENT_COMMAND, { milliseconds: 5_000, bytes: 64 * 1024 });
    return thenReading(outputOf('profiles', ran), (text) => {
      const answer = /^\s*MDM enrollment: (Yes|No)\b/m.exec(text)?.[1];
      return answer === undefined
        ? unreadable('profiles: it does not say whether this Mac is managed')
        : value({ managed: answer === 'Yes' });
    });
  },
});
