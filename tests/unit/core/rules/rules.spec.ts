import { describe, expect, test } from 'vitest';
import { diagnose } from '../../../../core/diagnose.ts';
import { MEDIA } from '../../../../core/medium.ts';
import { value } from '../../../../core/reading.ts';
import { RULES } from '../../../../core/rules/index.ts';
import { parseSite } from '../../../../core/site.ts';
import { CHROMIUM, linuxFacts } from '../facts.ts';
import type { Row } from './row.ts';
import { APPLICATION_ROWS } from './rows/application.ts';
import { CAPTURE_ROWS } from './rows/capture.ts';
import { CHROMIUM_ROWS } from './rows/chromium.ts';
import { DEVICE_ROWS } from './rows/device.ts';
import { FIREFOX_ROWS } from './rows/firefox.ts';
import { IN_USE_ROWS } from './rows/in-use.ts';
import { MAC_ROWS } from './rows/macos/index.ts';
import { SAFARI_ROWS } from './rows/safari.ts';
import { SIGNAL_ROWS } from './rows/signal.ts';
import { SITE_ROWS } from './rows/site.ts';
import { SYSTEM_ROWS } from './rows/system.ts';
import { WINDOWS_ROWS } from './rows/windows/index.ts';

const TABLE: readonly Row[] = [
  ...APPLICATION_ROWS,
  ...CAPTURE_ROWS,
  ...CHROMIUM_ROWS,
  ...DEVICE_ROWS,
  ...FIREFOX_ROWS,
  ...IN_USE_ROWS,
  ...MAC_ROWS,
  ...SAFARI_ROWS,
  ...SIGNAL_ROWS,
  ...SITE_ROWS,
  ...SYSTEM_ROWS,
  ...WINDOWS_ROWS,
];

describe('rules', () => {
  test.each(TABLE)(
    '$rule when $when',
    ({ rule: id, readings, medium = 'camera', site, subject = 'chromium', platform = 'linux', says }) => {
      const parsed = site === undefined ? null : parseSite(site);
      const facts = { ...linuxFacts({ browsers: value([CHROMIUM]), ...readings }), platform };
      const question = { site: typeof parsed === 'object' ? parsed : null, media: MEDIA, browser: subject };
      const { findings, undetermined } = diagnose(
        facts,
        question,
        RULES.filter((rule) => rule.id === id),
      );
      const said = [
        ...findings.filter((each) => each.medium === medium).map(({ cause, certainty }) => `${cause} ${certainty}`),
        ...undetermined.filter((each) => each.medium === medium).map(() => 'undetermined'),
      ];
      expect(said).toEqual(says);
    },
  );

  test('every rule has rows in the table', () => {
    expect([...new Set(TABLE.map(({ rule }) => rule))].sort()).toEqual(RULES.map(({ id }) => id).sort());
  });

  test('every finding comes with its evidence, and from a rule that announced it', () => {
    for (const { readings, site } of TABLE) {
      const parsed = site === undefined ? null : parseSite(site);
      const facts = linuxFacts({ browsers: value([CHROMIUM]), ...readings });
      const { findings } = diagnose(facts, {
        site: typeof parsed === 'object' ? parsed : null,
        media: MEDIA,
        browser: null,
      });
      for (const { evidence, cause } of findings) {
        expect(evidence.length).toBeGreaterThan(0);
        expect(
          RULES.some(({ causes }) => causes.includes(cause)),
          cause,
        ).toBe(true);
      }
    }
    expect(TABLE.length).toBeGreaterThan(RULES.length);
  });
});
