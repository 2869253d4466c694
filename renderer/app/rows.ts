import { CAUSES } from '../../core/causes/catalogue.ts';
import type { Layer } from '../../core/causes/layers.ts';
import type { Capture } from '../../core/facts/capture.ts';
import { MEDIA, type Medium } from '../../core/medium.ts';
import type { Report } from '../../core/report/schema.ts';
import { provesLeave, signOf } from '../../core/rules/capture/proof.ts';

/** `flawed`: it works, and not as well as it should. */
export type RowState = 'waiting' | 'running' | 'good' | 'flawed' | 'bad' | 'unknown';
export type RowName = 'device' | 'system' | 'browser' | 'site' | 'picture' | 'sound';

export interface Row {
  readonly name: RowName;
  readonly state: RowState;
}

/** What each row of the short list stands for; the signal has one for each medium. */
const ROW_OF_LAYER: Readonly<Record<Exclude<Layer, 'signal'>, RowName>> = {
  management: 'system',
  service: 'system',
  device: 'device',
  system: 'system',
  application: 'system',
  browser: 'browser',
  site: 'site',
  'in-use': 'device',
};

const ROW_OF_SIGNAL = { camera: 'picture', microphone: 'sound' } as const satisfies Record<Medium, RowName>;

type Measured = Pick<Capture, 'device' | 'outcome'>;

export type Outcomes = { readonly [M in Medium]?: Measured };

interface Now {
  /** Devices are still being tested. */
  readonly running: boolean;
  /** The report is the first, and the slow probes have not answered. */
  readonly isFirst: boolean;
}

/** The short list of what is looked at, as far as it is known by now. */
export function rowsOf(
  report: Report | null,
  subject: string,
  outcomes: Outcomes,
  { running, isFirst }: Now,
): readonly Row[] {
  const about = report?.subjects.find(({ id }) => id === subject);
  const names: RowName[] = ['device', 'system'];
  if (about?.kind === 'browser') names.push('browser');
  if (about?.kind === 'browser' && report?.case?.site !== undefined) names.push('site');
  const rows = names.map(
    (name): Row => ({ name, state: report === null ? 'running' : sooner(stateOf(report, subject, name), isFirst) }),
  );
  const needed = report?.case?.need ?? MEDIA;
  const tests = MEDIA.filter((medium) => needed.includes(medium)).map((medium): Row => {
    const tested = testState(outcomes[medium], running);
    const found = report === null ? 'good' : foundState(report, subject, ROW_OF_SIGNAL[medium]);
    return { name: ROW_OF_SIGNAL[medium], state: tested === 'running' ? tested : worse(tested, found) };
  });
  return [...rows, ...tests];
}

/** Of a first report only what is found against somebody is sure to stay. */
function sooner(state: RowState, isFirst: boolean): RowState {
  return isFirst && state !== 'bad' ? 'running' : state;
}

function stateOf(report: Report, subject: string, name: RowName): RowState {
  if (foundState(report, subject, name) === 'bad') return 'bad';
  const about = report.subjects.find(({ id }) => id === subject);
  return MEDIA.some((medium) => about?.[medium]?.state === 'unknown') ? 'unknown' : 'good';
}

/** What sure and likely findings make of a row. Short of the signal, whatever is found stands in the way. */
function foundState({ findings }: Report, subject: string, name: RowName): RowState {
  const found = findings.filter(
    ({ subject: whose, certainty, layer, medium }) =>
      whose === subject &&
      certainty !== 'possible' &&
      (layer === 'signal' ? ROW_OF_SIGNAL[medium] : ROW_OF_LAYER[layer]) === name,
  );
  if (found.length === 0) return 'good';
  const isFlaw = found.every(({ cause, layer }) => layer === 'signal' && CAUSES[cause].effect === 'degrades');
  return isFlaw ? 'flawed' : 'bad';
}

function testState(measured: Measured | undefined, running: boolean): RowState {
  if (measured === undefined) return running ? 'running' : 'waiting';
  const { kind } = measured.outcome;
  if (kind === 'not-measured' || kind === 'cancelled') return 'unknown';
  if (kind !== 'picture' && kind !== 'sound') return 'bad';
  const sign = signOf(measured);
  const isSure = sign !== null && sign.certainty !== 'possible';
  if (provesLeave(measured)) return isSure ? 'flawed' : 'good';
  return isSure || measured.outcome.measured.track.ended ? 'bad' : 'unknown';
}

function worse(tested: RowState, found: RowState): RowState {
  if (tested === 'bad' || found === 'bad') return 'bad';
  return found === 'flawed' ? found : tested;
}
