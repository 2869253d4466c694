import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type Case, caseSchema } from '../../core/case.ts';
import { causeIdSchema } from '../../core/finding.ts';
import { MEDIA } from '../../core/medium.ts';
import { STATES } from '../../core/verdict-schema.ts';
import type { Machine } from '../../main/machine/machine.ts';
import { openRecordedMachine } from '../../main/machine/recorded.ts';

export const MACHINES = join(import.meta.dirname, '..', 'machines');

export const MACHINE_NAMES: readonly string[] = readdirSync(MACHINES).sort();

const expectedSchema = z.array(
  z.strictObject({
    subject: z.string(),
    medium: z.enum(MEDIA),
    state: z.enum(STATES),
    rootCause: causeIdSchema.nullable(),
    also: z.array(causeIdSchema).optional(),
  }),
);

export async function openMachine(name: string): Promise<Machine> {
  const opened = await openRecordedMachine(join(MACHINES, name));
  if (opened.kind === 'invalid') throw new Error(opened.why);
  return opened.machine;
}

export function readExpected(name: string): z.infer<typeof expectedSchema> {
  return expectedSchema.parse(readJson(name, 'expected.json'));
}

/** What is asked about the machine; null where it is diagnosed without a case. */
export function readCase(name: string): Case | null {
  const files = readdirSync(join(MACHINES, name));
  return files.includes('case.json') ? caseSchema.parse(readJson(name, 'case.json')) : null;
}

function readJson(name: string, file: string): unknown {
  return JSON.parse(readFileSync(join(MACHINES, name, file), 'utf8'));
}
