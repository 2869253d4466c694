import { mapReading, type Reading, thenReading, value } from '../../../core/reading.ts';
import type { Machine } from '../../machine/machine.ts';
import { defineProbe } from '../probe.ts';
import { registryText } from './registry-text.ts';
import { textValue } from './registry-values.ts';

/** Where Windows keeps the protection that it counts on, which is what `root\SecurityCenter2` of WMI answers from. */
const PROVIDERS = 'HKLM\\SOFTWARE\\Microsoft\\Security Center\\Provider\\Av';

/**
 * The products whose makers describe a guard over cameras, by how their names begin, and what each calls its guard.
 *
 * @see https://support.kaspersky.com/KTS/21.3/en-US/82474.htm
 * @see https://support.eset.com/kb7071
 * @see Bitdefender Total Security, user manual: Webcam Protection
 * @see https://businesshelp.avast.com/Content/Products/AfB_Antivirus/ConfiguringSettings/WebcamShield.htm
 * @see https://support.norton.com/sp/en/us/home/current/solutions/v126148153
 */
const GUARDS: readonly (readonly [name: RegExp, guard: string])[] = [
  [/^kaspersky\b/i, 'Webcam Protection'],
  [/^eset\b/i, 'Webcam Protection'],
  [/^bitdefender\b/i, 'Video & Audio Protection'],
  [/^(?:avast|avg)\b/i, 'Webcam Shield'],
  [/^norton\b/i, 'SafeCam'],
];

/**
 * Security software with a guard over cameras. Entries outlive the product they were made by, so it counts only while
 * its program is there; whether its guard is on is known to nobody but itself.
 */
export const windowsSecurityProducts = defineProbe({
  fact: 'windowsSecurityProducts',
  on: ['win32'],
  speed: 'fast',
  read: async (machine) => {
    const keys = machine.registry.subkeys(PROVIDERS);
    if (keys.kind !== 'value') return keys;
    const products = await Promise.all(keys.value.map((key) => readProduct(machine, `${PROVIDERS}\\${key}`)));
    return value(products.flatMap((product) => (product === null ? [] : [product])));
  },
});

async function readProduct(machine: Machine, key: string) {
  const named = mapReading(textValue(machine, key, 'DISPLAYNAME'), (name) => ({
    name,
    guard: GUARDS.find(([pattern]) => pattern.test(name))?.[1],
  }));
  if (named.kind !== 'value' || named.value.guard === undefined) return null;
  const { name, guard } = named.value;
  return (await isInstalled(machine, key)) ? { name, guard } : null;
}

/** Some name a program for the person, some one that reports to Windows, and some an address that opens the former. */
async function isInstalled(machine: Machine, key: string): Promise<boolean> {
  const programs = ['PRODUCTEXE', 'REPORTINGEXE'].map((name) => programOf(registryText(machine, key, name)));
  const statuses = await Promise.all(
    programs.map(async (program) => (program.kind === 'value' ? await machine.files.status(program.value) : program)),
  );
  return statuses.some(({ kind }) => kind === 'value');
}

function programOf(text: Reading<string>): Reading<string> {
  return thenReading(text, (path) => {
    const program = /^"?([a-z]:\\[^"]*?\.exe)/i.exec(path)?.[1];
    return program === undefined ? { kind: 'absent' } : value(program);
  });
}
