import { diagnose } from '../../../core/diagnose.ts';
import type { Browser } from '../../../core/facts/browser.ts';
import { type Capture, captureSchema } from '../../../core/facts/capture.ts';
import { MEDIA } from '../../../core/medium.ts';
import type { Platform } from '../../../core/platform.ts';
import { absent, value } from '../../../core/reading.ts';
import { captureRules } from '../../../core/rules/capture/index.ts';
import { parseSite } from '../../../core/site.ts';
import type { Verdict } from '../../../core/verdict-schema.ts';
import type { TestedMedium } from '../../../renderer/capture/test-device.ts';

const SITE = 'https://meet.example.com';

const BROWSER: Browser = {
  id: 'chromium',
  product: 'chromium',
  name: 'Chromium',
  engine: 'chromium',
  packaging: 'native',
  program: '/usr/bin/chromium',
  version: absent,
  dataFolder: '~/.config/chromium',
  profiles: absent,
  isDefault: true,
};

/** What is said, in few words: `blocked signal.covered`, and what else was found in brackets. */
function wordsOf({ state, rootCause, also }: Verdict): string {
  const root = rootCause === null ? '' : ` ${rootCause}`;
  return `${state}${root}${also.length === 0 ? '' : ` (${also.join(', ')})`}`;
}

/** What core says of a test that a browser’s page has made, and of nothing else. */
export function judge(tested: TestedMedium, platform: Platform = 'linux'): string {
  const site = parseSite(SITE);
  if (typeof site === 'string') throw new Error(site);
  // Through the schema, as everything that comes from a page.
  const capture: Capture = captureSchema.parse({
    version: 2,
    subject: 'chromium',
    origin: SITE,
    takenAt: '2026-11-20T09:00:00.000Z',
    ...tested,
  });
  const { subjects } = diagnose(
    {
      platform,
      takenAt: '2026-11-20T09:00:00.000Z',
      readings: { browsers: value([BROWSER]), captureTests: value([capture]) },
    },
    { site, media: MEDIA, browser: 'chromium' },
    captureRules,
  );
  const verdict = subjects[0]?.verdicts[tested.medium];
  if (verdict === undefined) throw new Error('nothing was judged');
  return wordsOf(verdict);
}
