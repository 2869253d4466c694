import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { absent, unreadable, value } from '../../../../core/reading.ts';
import { toHtml } from '../../../../core/report/forms/html.ts';
import { toMarkdown } from '../../../../core/report/forms/markdown.ts';
import { toText } from '../../../../core/report/forms/text.ts';
import { FREE_TEXT } from '../../../../core/report/redact.ts';
import { parseReport, reportSchema } from '../../../../core/report/schema.ts';
import { summarise } from '../../../../core/report/summary.ts';
import { REPORT_SCHEMA } from '../../../../core/report/version.ts';
import { writeUp } from '../../../../main/doctor.ts';
import { speak } from '../../../../main/speech.ts';
import { CHROMIUM, HOST, linuxFacts } from '../facts.ts';

const SECRETS = { home: '/home/mallory', userName: 'mallory', hostName: 'mallorys-laptop' };

/** Everywhere that a machine’s own words get into a fact, they hold the person’s name here. */
const TELLTALE = linuxFacts({
  host: value({ ...HOST, system: 'Debian' }),
  cameraNodes: unreadable('/home/mallory/x: this user may not read it (EACCES)'),
  alsaInputs: unreadable('Mallory has no right'),
  audioServer: value({
    name: 'PulseAudio of mallory@mallorys-laptop',
    defaultIs: 'input',
    sources: [
      {
        description: "Anna Smith's AirPods",
        isDefault: true,
        plugged: absent,
        muted: true,
        volumePercent: value(0),
        alsaCard: absent,
      },
    ],
  }),
  desktopPrivacy: unreadable('/home/bob.jones/.config: EIO'),
  deviceHolders: value({
    camera: [{ node: '/dev/video0', own: false, pid: 1, program: 'mallory-zoom', streaming: true }],
    microphone: [],
    hiddenProcesses: 0,
  }),
  browsers: value([
    {
      ...CHROMIUM,
      dataFolder: '/home/mallory/.config/chromium',
      profiles: value([
        { folder: 'Default', name: 'Mallory Smith (work)', lastUsed: true },
        { folder: 'msmith', name: 'Home', lastUsed: false },
      ]),
    },
  ]),
  browserPermissions: value([
    { engine: 'chromium', browserId: 'chromium', profile: 'Default', store: unreadable('/home/mallory/.config: EIO') },
  ]),
});

describe('a report', () => {
  const { report } = writeUp(TELLTALE, null, SECRETS);

  test('leaves no trace of names, folders and computers', async () => {
    const { t } = await speak('en');
    const summary = summarise(report, t);
    for (const text of [JSON.stringify(report), toText(summary, { details: true }), toHtml(summary, 'en')]) {
      expect(text).not.toMatch(/mallory|smith|anna|bob\.jones/i);
    }
  });

  test('still says what it says', () => {
    expect(report.findings.map(({ cause }) => cause)).toContain('signal.volume-zero');
    expect(JSON.stringify(report)).toContain('~/x: this user may not read it (EACCES)');
    expect(reportSchema.safeParse(report).error).toBeUndefined();
  });

  test('is judged again to the same verdicts', () => {
    const parsed = parseReport(JSON.parse(JSON.stringify(report)));
    if (parsed.kind !== 'report') throw new Error(parsed.kind);
    const again = writeUp(parsed.report.facts, parsed.report.case, { home: null, userName: null, hostName: null });
    expect(again.report.subjects).toEqual(report.subjects);
  });

  /** A new field that nobody thought about would leak: it has to be put on one of the two lists first. */
  test('has no text but the tool’s own and what is redacted', () => {
    const own = [
      ...['code', 'cause', 'rootCause', 'also', 'rule', 'product', 'version', 'fact', 'arch', 'locale', 'desktop'],
      ...[
        'site',
        'ref',
        'need',
        'browser',
        'lang',
        'return',
        'origin',
        'error',
        'pattern',
        'extension',
        'domain',
        'value',
      ],
      ...['system', 'release', 'node', 'ownership', 'guide', 'virtual', 'sessionSign', 'guard'],
    ];
    const plain = plainTexts(z.toJSONSchema(reportSchema, { unrepresentable: 'any' }));
    expect(plain.length).toBeGreaterThan(20);
    expect(plain.filter((key) => !FREE_TEXT.has(key) && !own.includes(key))).toEqual([]);
    expect(own.filter((key) => FREE_TEXT.has(key))).toEqual([]);
  });

  test('has no folder or account of the registry of Windows', () => {
    const facts = linuxFacts({
      host: unreadable('HKCU\\X\\C:#Users#mallory#AppData#chrome.exe: no text'),
      cameraNodes: unreadable('HKCU\\X\\C:#Users#bob.jones#chrome.exe: no text'),
      alsaInputs: unreadable('HKU\\S-1-5-21-1004336348-1177238915-682003330-1001\\X: access denied (5)'),
    });
    const { report: own } = writeUp(facts, null, { ...SECRETS, home: 'C:\\Users\\mallory' });
    expect(own.facts.readings.host).toEqual(unreadable('HKCU\\X\\~#AppData#chrome.exe: no text'));
    expect(own.facts.readings.cameraNodes).toEqual(unreadable('HKCU\\X\\C:#Users#<user>#chrome.exe: no text'));
    expect(own.facts.readings.alsaInputs).toEqual(unreadable('HKU\\<account>\\X: access denied (5)'));
  });

  test('of the next version, with causes and browsers that this one does not know, is still judged', () => {
    const next = JSON.parse(JSON.stringify(report).replaceAll(/(?<!"engine":)"chromium"/g, '"firebird"'));
    next.findings.push({ ...next.findings[0], cause: 'browser.not-thought-of-yet', code: 'B77' });
    const parsed = parseReport(next);
    if (parsed.kind !== 'report') throw new Error(JSON.stringify(parsed));
    const again = writeUp(parsed.report.facts, parsed.report.case, { home: null, userName: null, hostName: null });
    expect(again.report.subjects.map(({ id }) => id)).toEqual(['this-app', 'firebird', 'firebird:<profile 1>']);
  });

  test('of somebody called like a folder, a processor or a language is not mangled', () => {
    for (const userName of ['dev', 'x64', 'en', 'proc']) {
      const { report: own } = writeUp(TELLTALE, null, { home: `/home/${userName}`, userName, hostName: null });
      expect(JSON.stringify(own), userName).toContain('/dev/video0');
      expect(JSON.stringify(own.facts.readings.host), userName).not.toContain('<user>');
    }
  });

  test('of somebody called like a fact’s own words keeps to its schema', () => {
    for (const userName of ['local', 'wayland', 'off', 'camera', 'root']) {
      const { report: own } = writeUp(TELLTALE, null, { home: `/home/${userName}`, userName, hostName: null });
      expect(reportSchema.safeParse(own).success, userName).toBe(true);
    }
  });
});

/** Names of the fields that hold any text at all. */
function plainTexts(schema: z.core.JSONSchema._JSONSchema, name = ''): readonly string[] {
  if (typeof schema !== 'object') return [];
  const isPlain = schema.type === 'string' && schema.enum === undefined && schema.const === undefined && !schema.format;
  const { items } = schema;
  return [
    ...(isPlain ? [name] : []),
    ...Object.entries(schema.properties ?? {}).flatMap(([key, part]) => plainTexts(part, key)),
    ...[...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].flatMap((part) => plainTexts(part, name)),
    ...(items === undefined || Array.isArray(items) ? [] : plainTexts(items, name)),
  ];
}

describe('parseReport', () => {
  test.each([
    [{ schema: 'capture-doctor/report@2' }, { kind: 'newer', version: 2 }],
    [
      { schema: 'capture-doctor/report@99', anything: [] },
      { kind: 'newer', version: 99 },
    ],
    [{ schema: 'other/report@1' }, { kind: 'invalid' }],
    [{ schema: 'capture-doctor/report@x' }, { kind: 'invalid' }],
    [{}, { kind: 'invalid' }],
    [null, { kind: 'invalid' }],
    [[], { kind: 'invalid' }],
    ['x', { kind: 'invalid' }],
    [{ schema: REPORT_SCHEMA }, { kind: 'invalid', why: expect.stringMatching(/^case: /) }],
  ])('%j', (content, parsed) => {
    expect(parseReport(content)).toMatchObject(parsed);
  });
});

describe('the written forms', () => {
  const hostile = '<img src=x onerror=alert(1)>"\'&`*_[x](javascript:1)';
  const summary = {
    heading: hostile,
    site: hostile,
    takenAt: '2026-11-20T09:00:00.000Z',
    subjects: [
      {
        title: hostile,
        lines: [{ state: 'blocked', medium: hostile, text: hostile, aside: hostile }],
      },
    ],
    now: { heading: hostile, text: hostile, code: null },
    administrator: { heading: hostile, lines: [hostile] },
    evidence: { heading: hostile, lines: [hostile] },
    undetermined: { heading: hostile, lines: [hostile] },
    captures: { heading: hostile, lines: [hostile] },
    promise: hostile,
  } as const;

  test('HTML shows the machine’s words as text', () => {
    const page = toHtml(summary, 'en');
    expect(page).not.toContain('<img');
    expect(page).not.toContain('<script');
    expect(page).toContain('&#60;img');
    expect(page).toContain("default-src 'none'");
  });

  test('Markdown shows them as text', () => {
    expect(toMarkdown(summary)).not.toMatch(/(?<!\\)<img|(?<!\\)\[x/);
  });
});
