import { toText } from '../../core/report/forms/text.ts';
import type { Report } from '../../core/report/schema.ts';
import { summarise } from '../../core/report/summary.ts';
import type { OpenOutcome } from '../../core/settings-targets.ts';
import type { Machine } from '../machine/machine.ts';
import type { Launch } from '../settings/launch.ts';
import { openAddress } from '../settings/open-address.ts';
import type { Speech } from '../speech.ts';

/**
 * The longest address that Windows hands on to a mail program.
 *
 * @see https://learn.microsoft.com/troubleshoot/developer/browsers/connectivity-navigation/max-url-length
 */
const ADDRESS_LIMIT = 2_000;

/** Opens a new mail with a report in words. To whom it goes, and whether, is for the person to say. */
export async function mailReport(
  machine: Machine,
  report: Report,
  language: Speech,
  launch: Launch,
): Promise<OpenOutcome> {
  const opened = await openAddress(machine, mailAddress(report, language), launch);
  return opened
    ? { kind: 'opened', command: 'mailto:' }
    : { kind: 'not-opened', why: 'no mail program could be started' };
}

/**
 * An address with subject and text. A text that is too long ends early, with a line that says so.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6068
 */
export function mailAddress(report: Report, { t }: Speech): string {
  const ref = report.case?.ref;
  const subject = ref === undefined ? t('report/subject') : t('report/subjectOfCase', { ref });
  const lines = toText(summarise(report, t), { details: false }).trimEnd().split('\n');
  const addressOf = (body: readonly string[]): string =>
    `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body.join('\r\n'))}`;
  const whole = addressOf(lines);
  if (whole.length <= ADDRESS_LIMIT) return whole;
  const cut = (count: number): string => addressOf([...lines.slice(0, count), '', t('report/cut')]);
  const most = lines.findLastIndex((_line, count) => cut(count).length <= ADDRESS_LIMIT);
  return cut(Math.max(most, 0));
}
