import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Case } from '../../core/case.ts';
import { examine } from '../../main/doctor.ts';
import type { Registry } from '../../main/machine/machine.ts';
import { openRecordedMachine } from '../../main/machine/recorded.ts';
import { parseRegistryFile } from '../../main/machine/registry-file.ts';
import { importRegistry, WINDOWS_NODE, wine } from '../setup/wine.ts';
import { MACHINE_NAMES, MACHINES, readCase } from '../unit/recorded-machines.ts';
import { CLEAN, INPUTS } from './inputs.ts';
import { answersOf } from './inside/answers.ts';
import type { DiagnoseRequest } from './inside/diagnose.ts';
import type { ReadRequest } from './inside/read-registry.ts';
import { askedBy, decodeRegistryText, HEADER, HOMES, moved } from './registry-text.ts';

/** The Windows registry as the app reads it there, against the same registry as a recorded machine has it here. */

const INSIDE = join(import.meta.dirname, 'inside');

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'capture-doctor-windows-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('what Windows has in its registry is what its export says', () => {
  test.each(INPUTS)('%s', (_name, body) => {
    importRegistry(HEADER + CLEAN + body);
    const asked = askedBy(HEADER + body);
    const requests = [
      { through: 'native-reg', home: null, asked },
      { through: 'reg export', home: null, asked: asked.filter(({ key }) => key.includes('ConsentStore')) },
    ] satisfies ReadRequest[];
    const recorded = parsed(HEADER + body);
    expect(inWindows('read-registry.ts', requests)).toEqual(requests.map((each) => answersOf(recorded, each.asked)));
  });
});

interface TestMachine {
  readonly name: string;
  readonly folder: string;
  readonly text: string;
  readonly about: Case | null;
}

describe('a diagnosis in Windows is that of the recorded machine', () => {
  let machines: readonly TestMachine[];
  const homeOf = ({ name }: TestMachine): string => `${HOMES}\\${name}`;

  beforeAll(() => {
    machines = [...recordedMachines(), ...madeMachines()];
    const bodies = machines.map((machine) => moved(machine.text, homeOf(machine)));
    importRegistry(`${HEADER}[-${HOMES}]\r\n\r\n${bodies.join('\r\n')}`);
  });

  test('of at least fifteen', () => expect(machines.length).toBeGreaterThanOrEqual(15));

  test('in every value of every key', () => {
    const requests = machines.map(
      (machine): ReadRequest => ({ through: 'native-reg', home: homeOf(machine), asked: askedBy(machine.text) }),
    );
    const recorded = machines.map(({ name, text }) => [name, answersOf(parsed(text), askedBy(text))]);
    const answers = inWindows('read-registry.ts', requests);
    expect(answers.map((each, at) => [machines[at]?.name, each])).toEqual(recorded);
  });

  test('in every verdict and every fact', async () => {
    const requests = machines.map(
      (machine): DiagnoseRequest => ({
        folder: machine.folder,
        home: homeOf(machine),
        about: machine.about,
      }),
    );
    const reports = inWindows('diagnose.ts', requests);
    expect(reports).toHaveLength(machines.length);
    for (const [at, machine] of machines.entries()) {
      expect(reports[at], machine.name).toEqual(await reportHere(machine));
    }
  });
});

/** A machine whose export cannot be parsed is one for the recorded side alone: Windows would import half of it. */
function recordedMachines(): readonly TestMachine[] {
  const names = MACHINE_NAMES.filter((name) => name.startsWith('windows'));
  return names.flatMap((name) => {
    const own = join(MACHINES, name);
    if (!readdirSync(own).includes('registry.reg')) return [];
    const bytes = readFileSync(join(own, 'registry.reg'));
    if (parseRegistryFile(bytes).kind !== 'value') return [];
    return [{ name, folder: own, text: decodeRegistryText(bytes), about: readCase(name) }];
  });
}

function madeMachines(): readonly TestMachine[] {
  return INPUTS.map(([name, body]) => {
    const own = join(folder, name);
    mkdirSync(own);
    writeFileSync(join(own, 'machine.json'), JSON.stringify({ platform: 'win32', release: '10.0.19045' }));
    writeFileSync(join(own, 'registry.reg'), `\uFEFF${HEADER}${body}`, 'utf16le');
    return { name, folder: own, text: HEADER + body, about: null };
  });
}

/** The report as JSON has it; only when it was taken is left out. */
async function reportHere({ folder: own, about }: TestMachine): Promise<unknown> {
  const opened = await openRecordedMachine(own);
  if (opened.kind === 'invalid') throw new Error(opened.why);
  const { report } = await examine(opened.machine, about);
  return untimed(report);
}

function untimed(report: unknown): unknown {
  return JSON.parse(JSON.stringify(report, (key, part) => (key === 'takenAt' ? undefined : part)));
}

function parsed(text: string): Registry {
  const registry = parseRegistryFile(Buffer.from(`\uFEFF${text}`, 'utf16le'));
  if (registry.kind !== 'value') throw new Error(JSON.stringify(registry));
  return registry.value;
}

function inWindows(script: string, requests: readonly (ReadRequest | DiagnoseRequest)[]): unknown[] {
  const file = join(folder, 'requests.json');
  writeFileSync(file, JSON.stringify(requests));
  const { status, stdout, stderr } = wine([WINDOWS_NODE, join(INSIDE, script), file]);
  if (status !== 0) throw new Error(`${script} ended with ${status}:\n${stderr}`);
  return JSON.parse(stdout, (key, part) => (key === 'takenAt' ? undefined : part));
}
