import type { Case } from '../core/case.ts';
import { type Diagnosis, diagnose, type Question } from '../core/diagnose.ts';
import type { Facts } from '../core/facts/facts.ts';
import { MEDIA } from '../core/medium.ts';
import { valueOr } from '../core/reading.ts';
import { buildReport } from '../core/report/build.ts';
import type { Secrets } from '../core/report/redact.ts';
import type { Report } from '../core/report/schema.ts';
import { parseSite, type Site } from '../core/site.ts';
import type { Machine } from './machine/machine.ts';
import { gather, type Progress } from './probes/gather.ts';
import { loadProbes } from './probes/index.ts';
import { TOOL_VERSION } from './tool-version.ts';

export interface Examination {
  readonly facts: Facts;
  readonly diagnosis: Diagnosis;
  readonly report: Report;
}

/** Reads everything about the machine that bears on the case, judges it, and writes it up. */
export async function examine(machine: Machine, about: Case | null, onProgress?: Progress): Promise<Examination> {
  const question = questionOf(about);
  const facts = await gather(machine, {
    site: question.site,
    probes: await loadProbes(machine.platform),
    ...(onProgress === undefined ? {} : { onProgress }),
  });
  return writeUp(facts, about, secretsOf(machine));
}

/** Judges facts that were gathered before, here or elsewhere. */
export function writeUp(facts: Facts, about: Case | null, secrets: Secrets): Examination {
  const diagnosis = diagnose(facts, questionOf(about));
  const report = buildReport({ diagnosis, facts, case: about, toolVersion: TOOL_VERSION, secrets });
  return { facts, diagnosis, report };
}

export const NO_SECRETS: Secrets = { home: null, userName: null, hostName: null };

function questionOf(about: Case | null): Question {
  return { site: siteOf(about), media: about?.need ?? MEDIA, browser: about?.browser ?? null };
}

/** The site that a case is about. */
export function siteOf(about: Case | null): Site | null {
  const site = about?.site === undefined ? null : parseSite(about.site);
  return typeof site === 'string' ? null : site;
}

export function secretsOf(machine: Machine): Secrets {
  return {
    home: valueOr(machine.home, null),
    userName: machine.user.kind === 'value' ? machine.user.value.name : null,
    hostName: valueOr(machine.hostName, null),
  };
}
