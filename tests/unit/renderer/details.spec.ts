import { beforeAll, describe, expect, test } from 'vitest';
import { absent, unreadable, value } from '../../../core/reading.ts';
import { examine } from '../../../main/doctor.ts';
import { indexOf, search, sizeOf } from '../../../renderer/app/details/details-index.ts';
import { factRows } from '../../../renderer/app/details/fact-rows.ts';
import { partsOf } from '../../../renderer/app/report/preview-text.tsx';
import { matcher } from '../../../renderer/app/search.ts';
import { loadWords } from '../../../renderer/app/words.ts';
import { openMachine, readCase } from '../recorded-machines.ts';

beforeAll(loadWords);

const reportOf = async (name: string) => (await examine(await openMachine(name), readCase(name))).report;

describe('a fact line by line', () => {
  test('keeps what is there, what is not, and what could not be read apart', () => {
    const content = value([
      { name: value('Camera'), size: absent, level: unreadable('it is busy'), list: [], none: null },
    ]);
    expect(factRows('x', content)).toEqual([
      { path: 'x[0].name', kind: 'value', text: 'Camera' },
      { path: 'x[0].size', kind: 'absent', text: '' },
      { path: 'x[0].level', kind: 'unreadable', text: 'it is busy' },
      { path: 'x[0].list', kind: 'empty', text: '' },
      { path: 'x[0].none', kind: 'value', text: 'null' },
    ]);
  });

  test.each([
    [absent, { path: 'x', kind: 'absent', text: '' }],
    [unreadable('no leave'), { path: 'x', kind: 'unreadable', text: 'no leave' }],
    [value(false), { path: 'x', kind: 'value', text: 'false' }],
    [value([1, null, -3]), { path: 'x', kind: 'value', text: '1, –, -3' }],
  ])('%j is one line', (content, row) => {
    expect(factRows('x', content)).toEqual([row]);
  });

  test('takes only a reading for one: an outcome has a kind, too', () => {
    const outcome = { kind: 'not-measured', why: 'broken' };
    expect(factRows('x', value({ outcome, other: { kind: 'value', value: 1, more: 2 } }))).toEqual([
      { path: 'x.outcome.kind', kind: 'value', text: 'not-measured' },
      { path: 'x.outcome.why', kind: 'value', text: 'broken' },
      { path: 'x.other.kind', kind: 'value', text: 'value' },
      { path: 'x.other.value', kind: 'value', text: '1' },
      { path: 'x.other.more', kind: 'value', text: '2' },
    ]);
  });

  test.each([
    'linux-site-block',
    'windows11-policy-denies-apps-for-browsers',
    'macos-26-chrome-camera-off',
    'linux-firefox-policy-block',
  ])('of %s lies where the evidence says that it lies', async (name) => {
    const report = await reportOf(name);
    const paths = indexOf(report).facts.flatMap(({ rows }) => rows.map(({ path }) => path));
    const named = report.findings.flatMap(({ evidence }) => evidence.map(({ fact }) => fact));
    expect(named.length).toBeGreaterThan(0);
    for (const fact of named) expect(paths.some((path) => path.startsWith(fact))).toBe(true);
  });
});

describe('the search', () => {
  test.each([
    ['', 'anything', true],
    ['  ', 'anything', true],
    ['Two one', 'ONE and two', true],
    ['one three', 'one and two', false],
    ['(.*', 'one', false],
    ['(.*', 'as (.* stands', true],
  ])('for “%s” in “%s”: %s', (query, text, found) => {
    expect(matcher(query)(text)).toBe(found);
  });

  test('goes over findings, what could not be judged, tests and facts', async () => {
    const index = indexOf(await reportOf('linux-site-block'));
    expect(search(index, '')).toEqual(index);
    expect(search(index, 'w01').findings).toHaveLength(1);
    expect(search(index, 'certain chromium camera').findings).toHaveLength(1);
    expect(sizeOf(search(index, 'no such words'))).toBe(0);
    const found = search(index, '/dev/video1');
    expect(found.facts.map(({ fact, rows }) => [fact, rows.map(({ path }) => path)])).toEqual([
      ['cameraNodes', ['cameraNodes[1].node']],
    ]);
    expect(search(index, 'not there').facts.flatMap(({ rows }) => rows.map(({ path }) => path))).toContain(
      'ownDecisions',
    );
    const unread = indexOf(await reportOf('linux-firefox-not-a-database'));
    expect(search(unread, 'sqlite').undetermined.length).toBeGreaterThan(0);
  });

  test('says the same of several at once', async () => {
    const report = await reportOf('windows11-policy-denies-apps-for-browsers');
    const { findings } = indexOf(report);
    expect(report.findings).toHaveLength(6);
    expect(findings.map(({ about }) => about)).toEqual([
      'Camera · Capture Doctor, Google Chrome',
      'Microphone · Capture Doctor, Google Chrome',
      // Of Firefox it is certain.
      'Camera · Mozilla Firefox',
      'Microphone · Mozilla Firefox',
    ]);
  });

  test('is quick over a fact of a megabyte', async () => {
    const report = await reportOf('linux-site-block');
    const [device] = report.facts.readings.cameraNodes?.kind === 'value' ? report.facts.readings.cameraNodes.value : [];
    if (device === undefined) throw new Error('it has a camera');
    report.facts.readings.cameraNodes = value(Array.from({ length: 8_000 }, () => device));
    const index = indexOf(report);
    const before = performance.now();
    expect(search(index, 'nowhere').facts).toEqual([]);
    expect(performance.now() - before).toBeLessThan(1_000);
  });
});

test.each(['', 'one line', 'one\ntwo\n', `${'line\r\n'.repeat(250)}end`])(
  'the parts of a text are the text',
  (text) => {
    const parts = partsOf(text);
    expect(parts.join('')).toBe(text);
    expect(parts.length).toBe(Math.max(1, Math.ceil(text.split('\n').length / 100)));
  },
);
