import { readFileSync } from 'node:fs';
import type { Case } from '../../../core/case.ts';
import { examine } from '../../../main/doctor.ts';
import { openRecordedMachine } from '../../../main/machine/recorded.ts';
import { windowsRegistry } from '../../../main/machine/windows-registry.ts';
import { rehomed } from './answers.ts';

/** Runs in Windows: diagnoses recorded machines, each with its registry read from the real one. Prints the reports. */

export interface DiagnoseRequest {
  readonly folder: string;
  readonly home: string;
  readonly about: Case | null;
}

const requests: readonly DiagnoseRequest[] = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8'));
const registry = windowsRegistry(undefined, (why) => {
  throw new Error(why);
});
const reports: unknown[] = [];
for (const { folder, home, about } of requests) {
  const opened = await openRecordedMachine(folder, rehomed(registry, home));
  if (opened.kind === 'invalid') throw new Error(opened.why);
  const { report } = await examine(opened.machine, about);
  reports.push(report);
}
process.stdout.write(JSON.stringify(reports));
