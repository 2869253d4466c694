import type { Layer } from '../../core/causes/layers.ts';
import type { Capture } from '../../core/facts/capture.ts';
import { MEDIA, type Medium } from '../../core/medium.ts';
import type { Report } from '../../core/report/schema.ts';
import { isProof } from '../../core/rules/capture/proof.ts';

export type RowState = 'waiting' | 'running' | 'good' | 'bad' | 'unknown';
export type RowName = 'device' | 'system' | 'browser' | 'site' | 'picture' | 'sound';

export interface Row {
  readonly name: RowName;
  readonly state: RowState;
}

/** What each row of the short list stands for. */
const ROW_OF_LAYER: Readonly<Record<Layer, RowName>> = {
  management: 'system',
  service: 'system',
  device: 'device',
  system: 'system',
  application: 'system',
  browser: 'browser',
  site: 'site',
  'in-use': 'device',
  signal: 'device',
};

type Measured = Pick<Capture, 'device' | 'outcome'>;

export type Outcomes = { readonly [M in Medium]?: Measured };

/** The short list of what is looked at, as far as it is known by now. */
export function rowsOf(report: Report | null, subject: string, outcomes: Outcomes, running: boolean): readonly Row[] {
  const about = report?.subjects.find(({ id }) => id === subject);
  const names: RowName[] = ['device', 'system'];
  if (about?.kind === 'browser') names.push('browser');
  if (about?.kind === 'browser' && report?.case?.site !== undefined) names.push('site');
  const rows = names.map(
    (name): Row => ({ name, state: report === null ? 'running' : stateOf(report, subject, name) }),
  );
  return [
    ...rows,
    { name: 'picture', state: testState(outcomes.camera, running) },
    { name: 'sound', state: testState(outcomes.microphone, running) },
  ];
}

function stateOf({ findings, subjects }: Report, subject: string, name: RowName): RowState {
  const bad = findings.some(
    (each) => each.subject === subject && each.certainty !== 'possible' && ROW_OF_LAYER[each.layer] === name,
  );
  if (bad) return 'bad';
  const about = subjects.find(({ id }) => id === subject);
  return MEDIA.some((medium) => about?.[medium]?.state === 'unknown') ? 'unknown' : 'good';
}

function testState(measured: Measured | undefined, running: boolean): RowState {
  if (measured === undefined) return running ? 'running' : 'waiting';
  if (measured.outcome.kind === 'not-measured' || measured.outcome.kind === 'cancelled') return 'unknown';
  return isProof(measured) ? 'good' : 'bad';
}
