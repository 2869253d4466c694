import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { MEDIA } from '../../core/medium.ts';
import { examine } from '../../main/doctor.ts';
import { MACHINE_NAMES, MACHINES, openMachine, readCase, readExpected } from './recorded-machines.ts';

/** Facts arrive in any order; in a file they are kept by name. */
function sorted<T extends object>(readings: T): object {
  return Object.fromEntries(Object.entries(readings).sort(([a], [b]) => a.localeCompare(b, 'en')));
}

/** Every fact and every verdict of every recorded machine, no more and no fewer than expected. */
describe('recorded machines', () => {
  test.each(MACHINE_NAMES)('%s', async (name) => {
    const { facts, report } = await examine(await openMachine(name), readCase(name));
    const readings = `${JSON.stringify(sorted(facts.readings), null, 2)}\n`;
    await expect(readings).toMatchFileSnapshot(join(MACHINES, name, 'facts.json'));
    const expected = readExpected(name);
    const verdicts = report.subjects.flatMap((subject) =>
      MEDIA.flatMap((medium) => {
        const verdict = subject[medium];
        if (verdict === undefined) return [];
        const { state, rootCause, also } = verdict;
        const asked = expected.find((each) => each.subject === subject.id && each.medium === medium);
        return [{ subject: subject.id, medium, state, rootCause, ...(asked?.also === undefined ? {} : { also }) }];
      }),
    );
    expect(verdicts).toEqual(expect.arrayContaining(expected));
    expect(verdicts).toHaveLength(expected.length);
  });

  test('a healthy machine never gets a blocker', () => {
    const healthy = MACHINE_NAMES.filter((name) => name.includes('-healthy-'));
    expect(healthy.length).toBeGreaterThanOrEqual(6);
    for (const name of healthy) {
      expect(
        readExpected(name).every(({ rootCause }) => rootCause === null),
        name,
      ).toBe(true);
    }
  });
});
