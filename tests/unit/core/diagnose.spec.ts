import { describe, expect, test } from 'vitest';
import { diagnose, WHOLE_MACHINE } from '../../../core/diagnose.ts';
import { MEDIA } from '../../../core/medium.ts';
import { absent, unreadable, value } from '../../../core/reading.ts';
import { defineRule, finding } from '../../../core/rules/rule.ts';
import { parseSite } from '../../../core/site.ts';
import { captureOf } from './captures.ts';
import { CAMERA, CHROMIUM, HOST, linuxFacts } from './facts.ts';

const onCameras = defineRule({
  id: 'test.cameras',
  causes: ['device.none'],
  on: ['linux'],
  media: ['camera'],
  needs: ['cameraNodes'],
  couldBlock: true,
  judge: ({ cameraNodes }) =>
    cameraNodes.length === 0 ? [finding('device.none', 'certain', { fact: 'cameraNodes', value: 'none' })] : [],
});

describe('diagnose', () => {
  test('a fact that nobody read makes the rule undetermined, never fine', () => {
    const { subjects, undetermined } = diagnose(linuxFacts({}), WHOLE_MACHINE, [onCameras]);
    expect(undetermined).toEqual([
      {
        rule: 'test.cameras',
        missing: ['cameraNodes: was not read'],
        subject: 'this-app',
        medium: 'camera',
        couldBlock: true,
      },
    ]);
    expect(subjects[0]?.verdicts).toMatchObject({ camera: { state: 'unknown' }, microphone: { state: 'will-ask' } });
  });

  test('an unreadable fact makes it undetermined with the reason, an absent one makes it silent', () => {
    const unread = diagnose(linuxFacts({ cameraNodes: unreadable('EACCES') }), WHOLE_MACHINE, [onCameras]);
    expect(unread.undetermined[0]?.missing).toEqual(['cameraNodes: EACCES']);
    const nothing = diagnose(linuxFacts({ cameraNodes: absent }), WHOLE_MACHINE, [onCameras]);
    expect(nothing.undetermined).toEqual([]);
    expect(nothing.findings).toEqual([]);
  });

  test('a rule that crashes is undetermined, and the others stand', () => {
    const crashing = defineRule({
      id: 'test.crash',
      causes: [],
      on: ['linux'],
      media: MEDIA,
      needs: [],
      couldBlock: true,
      judge: () => {
        throw new Error('boom');
      },
    });
    const { findings, undetermined } = diagnose(linuxFacts({ cameraNodes: value([]) }), WHOLE_MACHINE, [
      crashing,
      onCameras,
    ]);
    expect(findings.map(({ cause }) => cause)).toEqual(['device.none']);
    expect(undetermined.map(({ rule, missing }) => [rule, missing[0]])).toContainEqual([
      'test.crash',
      'this rule failed: Error: boom',
    ]);
  });

  test('a rule for another system is not asked', () => {
    const { undetermined } = diagnose({ ...linuxFacts({}), platform: 'win32' }, WHOLE_MACHINE, [onCameras]);
    expect(undetermined).toEqual([]);
  });

  test('only what is needed is judged, and only the browser that was named', () => {
    const facts = linuxFacts({ cameraNodes: value([CAMERA]), browsers: value([CHROMIUM]) });
    const { subjects } = diagnose(facts, { site: null, media: ['camera'], browser: 'chromium' }, [onCameras]);
    expect(subjects.map(({ subject, verdicts }) => [subject.id, Object.keys(verdicts)])).toEqual([
      ['chromium', ['camera']],
    ]);
  });

  test('the profile used last stands for the browser, and the default browser comes first', () => {
    const brave = { ...CHROMIUM, id: 'brave', product: 'brave', name: 'Brave', isDefault: false } as const;
    const profiles = value([
      { folder: 'Default', name: 'Work', lastUsed: false },
      { folder: 'Profile 1', name: 'Home', lastUsed: true },
    ]);
    const facts = linuxFacts({ browsers: value([brave, { ...CHROMIUM, profiles }]) });
    expect(diagnose(facts, WHOLE_MACHINE, []).subjects.map(({ subject }) => subject.id)).toEqual([
      'this-app',
      'chromium',
      'chromium:Default',
      'brave',
    ]);
  });

  describe('a real capture', () => {
    const site = parseSite('https://meet.example.com');
    const capture = (subject: string, origin: string | null) =>
      linuxFacts({
        host: value(HOST),
        browsers: value([CHROMIUM]),
        cameraNodes: unreadable('EACCES'),
        captureTests: value([captureOf({ subject, origin })]),
      });

    test.each([
      ['by that browser for that site', 'chromium', 'https://meet.example.com', 'ready'],
      ['by that browser for another site', 'chromium', 'https://other.example.com', 'unknown'],
      ['by this app', 'this-app', null, 'unknown'],
    ])('%s makes the browser %s', (_name, subject, origin, state) => {
      const question = { site: typeof site === 'object' ? site : null, media: MEDIA, browser: 'chromium' };
      const { subjects } = diagnose(capture(subject, origin), question, [onCameras]);
      expect(subjects[0]?.verdicts.camera?.state).toBe(state);
    });
  });
});
