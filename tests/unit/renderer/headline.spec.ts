import { beforeAll, describe, expect, test } from 'vitest';
import type { Case } from '../../../core/case.ts';
import { CAUSES, type CauseId } from '../../../core/causes/catalogue.ts';
import type { Finding } from '../../../core/finding.ts';
import { absent, value } from '../../../core/reading.ts';
import type { Report } from '../../../core/report/schema.ts';
import type { State } from '../../../core/verdict-schema.ts';
import { asidesOf, expectation, firstActionOf, headlineOf } from '../../../renderer/app/headline.ts';
import { loadWords } from '../../../renderer/app/words.ts';
import { linuxFacts } from '../core/facts.ts';

beforeAll(loadWords);

function found(cause: CauseId, changes: Partial<Finding> = {}): Finding {
  const { code, layer, fixableBy } = CAUSES[cause];
  const common = { code, layer, fixableBy, guide: null, evidence: [] };
  return { cause, medium: 'camera', subject: 'chrome', certainty: 'certain', ...common, ...changes };
}

type Subject = Report['subjects'][number];

/** Chrome and this app, each with what was found against it. */
function reportOf(findings: readonly Finding[], rest: Partial<Report> = {}, free: State = 'will-ask'): Report {
  const subjectOf = (id: string, kind: Subject['kind'], name: string): Subject => {
    const verdictOf = (medium: Finding['medium']): Subject['camera'] => {
      const against = findings.filter((each) => each.subject === id && each.medium === medium);
      const [root, ...others] = against.filter(({ certainty }) => certainty !== 'possible');
      const states = { blocks: 'blocked', degrades: 'degraded', asks: 'will-ask', informs: free } as const;
      const state = root === undefined ? free : states[CAUSES[root.cause].effect];
      return { state, rootCause: root?.cause ?? null, also: others.map(({ cause }) => cause) };
    };
    const verdicts = { camera: verdictOf('camera'), microphone: verdictOf('microphone') };
    return { id, kind, name, profile: null, isDefault: kind === 'browser', ...verdicts };
  };
  return {
    schema: 'capture-doctor/report@1',
    takenAt: '2026-11-20T09:00:00.000Z',
    tool: { name: 'capture-doctor', version: '0' },
    host: { platform: 'linux', system: absent },
    case: null,
    subjects: [subjectOf('this-app', 'app', 'Capture Doctor'), subjectOf('chrome', 'browser', 'Google Chrome')],
    findings: [...findings],
    undetermined: [],
    facts: linuxFacts({}),
    ...rest,
  };
}

const SITE: Case = { site: 'https://meet.example.com' };

describe('the sentence', () => {
  test('is what stops the subject, with why and what to do', () => {
    expect(headlineOf(reportOf([found('browser.site-block')]), 'chrome')).toEqual({
      title: 'Google Chrome blocks the camera for this site.',
      why: 'It has “Block” stored for this site, so it does not ask any more.',
      fix: expect.stringMatching(/^Open the site in Google Chrome/),
      trouble: { cause: 'browser.site-block', subject: 'chrome', medium: 'camera' },
      code: 'W01',
    });
  });

  test.each<readonly [string, readonly Finding[], CauseId]>([
    [
      'the outermost layer',
      [found('browser.site-block'), found('windows.desktop-apps-off', { medium: 'microphone' })],
      'windows.desktop-apps-off',
    ],
    [
      'a blocker before a flaw',
      [found('signal.virtual-camera'), found('browser.site-block', { medium: 'microphone' })],
      'browser.site-block',
    ],
    [
      'a flaw before a question',
      [found('browser.prompt-dismissed'), found('signal.too-quiet', { medium: 'microphone' })],
      'signal.too-quiet',
    ],
    ['what the test here saw of the device', [found('signal.too-dark', { subject: 'this-app' })], 'signal.too-dark'],
    [
      'what stops the browser before what the test here saw',
      [found('signal.covered', { subject: 'this-app' }), found('browser.site-block')],
      'browser.site-block',
    ],
  ])('tells %s', (_name, findings, cause) => {
    expect(headlineOf(reportOf(findings), 'chrome').trouble?.cause).toBe(cause);
  });

  test.each([
    ['only this app is refused', found('macos.denied', { subject: 'this-app' })],
    ['the test here is not sure', found('signal.covered', { subject: 'this-app', certainty: 'possible' })],
  ])('is no trouble of the browser where %s', (_name, finding) => {
    expect(headlineOf(reportOf([finding]), 'chrome')).toMatchObject({
      title: 'Nothing stands in the way.',
      trouble: null,
    });
  });

  test('says what to press where the browser will ask, and what could not be tested', () => {
    expect(headlineOf(reportOf([]), 'chrome').why).toBe(
      'Google Chrome will ask for your camera and microphone. Press Allow. Whether a picture and a sound come, I could not test here.',
    );
  });

  test('names one device alone where only that is asked for', () => {
    const [, chrome] = reportOf([], {}, 'ready').subjects;
    if (chrome === undefined) throw new TypeError('There is Chrome');
    expect(expectation(chrome)).toBe('Google Chrome may use your camera and microphone.');
    const { microphone } = chrome;
    if (microphone === undefined) throw new TypeError('It was judged');
    expect(expectation({ ...chrome, microphone: { ...microphone, state: 'will-ask' } })).toBe(
      'Google Chrome will ask for your microphone. Press Allow.',
    );
  });

  test('about somebody who is not there says so', () => {
    const rule = { rule: 'subjects', missing: ['browsers: firefox is not installed here'], couldBlock: true };
    const undetermined = [{ ...rule, subject: 'firefox', medium: 'camera' as const }];
    expect(headlineOf(reportOf([], { undetermined }), 'firefox').why).toContain('firefox is not installed here');
  });
});

test('what else was found stands in the order of the layers, the surer first, and without the sentence', () => {
  const report = reportOf([
    found('signal.too-dark', { subject: 'this-app' }),
    found('windows.desktop-apps-off'),
    found('browser.site-block'),
    found('browser.site-block', { medium: 'microphone' }),
    found('device.in-use', { certainty: 'possible' }),
    found('macos.denied', { subject: 'this-app' }),
  ]);
  const headline = headlineOf(report, 'chrome');
  expect(headline.code).toBe('S03');
  expect(asidesOf(report, 'chrome', headline).map(({ code, title }) => `${code} ${title}`)).toEqual([
    'W01 Google Chrome blocks the camera for this site.',
    'W01 Google Chrome blocks the microphone for this site.',
    'U01 Perhaps: Another program is using the camera.',
    'Q03 The picture is very dark.',
  ]);
});

describe('the first thing to do', () => {
  const trouble = (cause: CauseId) => ({ cause, subject: 'chrome', medium: 'camera' as const });
  const site = { guide: 'chrome.site-permission' };
  const page = { guide: 'windows-11.camera-desktop-apps' };
  const hidden = linuxFacts({ windowsHiddenPages: value(['camera-privacy']) });

  test.each<readonly [string, Finding, Partial<Report>, unknown, boolean]>([
    [
      'opens the page',
      found('windows.desktop-apps-off', page),
      {},
      { kind: 'open', target: 'camera-privacy', step: 'open' },
      true,
    ],
    [
      'shows how where the page is hidden',
      found('windows.desktop-apps-off', page),
      { facts: hidden },
      { kind: 'guide' },
      true,
    ],
    [
      'opens the site',
      found('browser.site-block', site),
      { case: SITE },
      { kind: 'open', target: 'site-in-browser', step: 'open' },
      true,
    ],
    ['shows how where no site was named', found('browser.site-block', site), {}, { kind: 'guide' }, true],
    [
      'is for an administrator, with a guide to what they change',
      found('browser.policy-denies', { guide: 'chrome.all-sites' }),
      {},
      { kind: 'administrator' },
      true,
    ],
    [
      'shows how where an address is copied first',
      found('browser.default-block', { guide: 'chrome.all-sites' }),
      {},
      { kind: 'guide' },
      true,
    ],
    [
      'shows how where hands do it',
      found('device.none', { guide: 'linux.connect-camera' }),
      {},
      { kind: 'guide' },
      true,
    ],
    ['is for an administrator', found('windows.policy-denies-apps'), {}, { kind: 'administrator' }, false],
    ['is for the people who run the site', found('site.insecure-origin'), {}, { kind: 'report' }, false],
    ['is to look again where no guide is', found('device.in-use'), {}, { kind: 'again' }, false],
  ])('%s', (_name, finding, rest, action, hasGuide) => {
    expect(firstActionOf(reportOf([finding], rest), trouble(finding.cause))).toEqual({ action, hasGuide });
  });

  test('is to look again where nothing is wrong', () => {
    expect(firstActionOf(reportOf([]), null)).toEqual({ action: { kind: 'again' }, hasGuide: false });
  });
});
