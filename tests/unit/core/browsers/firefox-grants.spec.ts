import { expect, test } from 'vitest';
import { diagnose } from '../../../../core/diagnose.ts';
import { firefoxRules } from '../../../../core/rules/firefox.ts';
import { parseSite } from '../../../../core/site.ts';
import { linuxFacts } from '../facts.ts';
import { FIREFOX_GRANTS } from '../rules/rows/firefox.ts';

const parsed = parseSite('https://meet.example.com');
const SITE = typeof parsed === 'string' ? null : parsed;

test.each(FIREFOX_GRANTS)('Firefox, when %s, is ready: %#', (_when, readings, granted) => {
  const question = { site: SITE, media: ['camera'], browser: 'firefox' } as const;
  const [firefox] = diagnose(linuxFacts(readings), question, firefoxRules).subjects;
  expect(firefox?.verdicts.camera?.state === 'ready').toBe(granted);
});
