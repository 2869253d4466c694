import { BROWSER_IDS, describeBrowser } from '../../../core/browsers/browsers.ts';
import type { AppPolicy, Families } from '../../../core/facts/windows.ts';
import type { Medium } from '../../../core/medium.ts';
import { mapReading, type Reading, thenReading, unreadable, value } from '../../../core/reading.ts';
import type { Machine } from '../../machine/machine.ts';
import { defineProbe } from '../probe.ts';
import { listValue, numberValue, textValue } from './registry-values.ts';

const GROUP = 'HKLM\\SOFTWARE\\Policies\\Microsoft';
const MDM = 'HKLM\\SOFTWARE\\Microsoft\\PolicyManager\\current\\device';

const NAMES: Readonly<Record<Medium, string>> = {
  camera: 'LetAppsAccessCamera',
  microphone: 'LetAppsAccessMicrophone',
};

const ANSWERS = ['user', 'allow', 'deny'] as const;

/**
 * @see https://learn.microsoft.com/windows/client-management/mdm/policy-csp-privacy
 * @see https://learn.microsoft.com/windows/client-management/mdm/policy-csp-camera
 */
export const windowsPolicies = defineProbe({
  fact: 'windowsPolicies',
  on: ['win32'],
  speed: 'fast',
  read: async (machine) => {
    const ofMedium = (medium: Medium) => ({
      group: readAppPolicy(machine, `${GROUP}\\Windows\\AppPrivacy`, NAMES[medium]),
      mdm: readAppPolicy(machine, `${MDM}\\Privacy`, NAMES[medium]),
    });
    return value({
      camera: ofMedium('camera'),
      microphone: ofMedium('microphone'),
      allowCamera: {
        group: mapReading(numberValue(machine, `${GROUP}\\Camera`, 'AllowCamera'), (number) => number !== 0),
        mdm: mapReading(numberValue(machine, `${MDM}\\Camera`, 'AllowCamera'), (number) => number !== 0),
      },
    });
  },
});

function readAppPolicy(machine: Machine, key: string, name: string): AppPolicy {
  return {
    all: thenReading(numberValue(machine, key, name), (number): Reading<(typeof ANSWERS)[number]> => {
      const answer = ANSWERS[number];
      return answer === undefined ? unreadable(`${key}: ${name} is ${number}, which means nothing`) : value(answer);
    }),
    userInControl: readFamilies(machine, key, `${name}_UserInControlOfTheseApps`),
    forceAllow: readFamilies(machine, key, `${name}_ForceAllowTheseApps`),
    forceDeny: readFamilies(machine, key, `${name}_ForceDenyTheseApps`),
  };
}

function readFamilies(machine: Machine, key: string, name: string): Reading<Families> {
  return mapReading(readList(machine, key, name), (list) => {
    const all = list.map((family) => family.trim().toLowerCase()).filter((family) => family !== '');
    const browsers = BROWSER_IDS.flatMap((id) => describeBrowser(id).windows?.store?.family ?? []);
    const families = browsers.filter((family) => all.includes(family.toLowerCase()));
    return { families, others: new Set(all).size - families.length };
  });
}

/** From Group Policy a list; from device management also one text with semicolons in it. */
function readList(machine: Machine, key: string, name: string): Reading<readonly string[]> {
  const found = machine.registry.value(key, name);
  if (found.kind !== 'value' || found.value.type !== 'REG_SZ') return listValue(machine, key, name);
  return mapReading(textValue(machine, key, name), (text) => text.split(';'));
}
