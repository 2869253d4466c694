import type { Case } from '../case.ts';
import type { Diagnosis, SubjectVerdicts } from '../diagnose.ts';
import type { Facts } from '../facts/facts.ts';
import { absent, mapReading } from '../reading.ts';
import { redact, type Secrets } from './redact.ts';
import type { Report } from './schema.ts';
import { REPORT_SCHEMA } from './version.ts';

/** Puts a diagnosis and its facts together for somebody else’s eyes: nothing in `secrets` is left in it. */
export function buildReport(input: {
  readonly diagnosis: Diagnosis;
  readonly facts: Facts;
  readonly case: Case | null;
  readonly toolVersion: string;
  readonly secrets: Secrets;
}): Report {
  const { diagnosis, facts } = input;
  const report: Report = {
    schema: REPORT_SCHEMA,
    takenAt: facts.takenAt,
    tool: { name: 'capture-doctor', version: input.toolVersion },
    host: {
      platform: facts.platform,
      system: facts.readings.host === undefined ? absent : mapReading(facts.readings.host, ({ system }) => system),
    },
    case: input.case,
    subjects: diagnosis.subjects.map(toReportSubject),
    findings: [...diagnosis.findings],
    undetermined: [...diagnosis.undetermined],
    facts,
  };
  return redact(report, input.secrets);
}

function toReportSubject({ subject, verdicts }: SubjectVerdicts): Report['subjects'][number] {
  return {
    id: subject.id,
    kind: subject.kind,
    name: subject.name,
    profile: subject.kind === 'browser' ? subject.profile : null,
    isDefault: subject.kind === 'browser' && subject.browser.isDefault,
    ...verdicts,
  };
}
