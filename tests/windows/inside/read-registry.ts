import { readFileSync } from 'node:fs';
import { exportedRegistry } from '../../../main/machine/exported-registry.ts';
import { loadRegistryAddon } from '../../../main/machine/registry-addon.ts';
import { windowsRegistry } from '../../../main/machine/windows-registry.ts';
import { type AskedKey, answersOf, rehomed } from './answers.ts';

/** Runs in Windows: prints what the registry says of the keys that a file asks for. */

export interface ReadRequest {
  readonly through: 'native-reg' | 'reg export';
  /** The key that stands for the root of all roots; null for the real roots. */
  readonly home: string | null;
  readonly asked: readonly AskedKey[];
}

const requests: ReadRequest[] = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8'));
const loaded = loadRegistryAddon();
if (loaded.kind === 'failed') throw new Error(loaded.why);
const registries = {
  'native-reg': windowsRegistry(() => loaded, unexpected),
  'reg export': exportedRegistry('the test asks for it'),
};
const answers = requests.map(({ through, home, asked }) =>
  answersOf(home === null ? registries[through] : rehomed(registries[through], home), asked),
);
process.stdout.write(JSON.stringify(answers));

function unexpected(why: string): never {
  throw new Error(why);
}
