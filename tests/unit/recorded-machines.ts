import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type Case, caseSchema } from '../../core/case.ts';
import { causeIdSchema } from '../../core/finding.ts';
import { MEDIA } from '../../core/medium.ts';
import { absent, mapReading, type Reading, value } from '../../core/reading.ts';
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

/** The machine with these files and variables in place of its own; what is not named here is absent. */
export function withOnly(
  machine: Machine,
  files: Readonly<Record<string, string>>,
  env: Readonly<Record<string, string>> = {},
): Machine {
  const text = (path: string): Reading<string> => (files[path] === undefined ? absent : value(files[path]));
  return {
    ...machine,
    env: { get: (name) => (env[name] === undefined ? absent : value(env[name])) },
    files: {
      ...machine.files,
      read: async (path) => mapReading(text(path), (content) => Buffer.from(content)),
      realPath: async (path) => mapReading(text(path), () => path),
      status: async (path) =>
        mapReading(text(path), (content) => ({
          type: 'file',
          size: content.length,
          modifiedAt: new Date(0),
          mode: 0o644,
          uid: 0,
          gid: 0,
          openable: value(true),
        })),
    },
  };
}
