import { z } from 'zod';
import { coversSite, moreSpecificFirst, parseSitePattern } from '../../../../core/browsers/chromium-pattern.ts';
import type { MediumPermission, PermissionStore, SiteRule } from '../../../../core/facts/chromium.ts';
import type { Medium } from '../../../../core/medium.ts';
import { absent, mapReading, type Reading, unreadable, value } from '../../../../core/reading.ts';
import type { Site } from '../../../../core/site.ts';
import { checked } from '../../../parse/checked.ts';
import type { ProbeContext } from '../../probe.ts';

const EXCEPTION_KEYS = { camera: 'media_stream_camera', microphone: 'media_stream_mic' } as const;

const exceptionsSchema = z.record(z.string(), z.unknown()).default({});

const NO_EXCEPTIONS = { media_stream_camera: {}, media_stream_mic: {}, permission_autoblocking_data: {} };

/** `Preferences`, as far as it bears on capture. A wrong type here is not "no rule". */
const preferencesSchema = z.object({
  profile: z
    .object({
      content_settings: z
        .object({
          exceptions: z
            .object({
              media_stream_camera: exceptionsSchema,
              media_stream_mic: exceptionsSchema,
              permission_autoblocking_data: exceptionsSchema,
            })
            .default(NO_EXCEPTIONS),
        })
        .default({ exceptions: NO_EXCEPTIONS }),
      default_content_setting_values: z
        .object({ media_stream_camera: z.unknown(), media_stream_mic: z.unknown() })
        .partial()
        .default({}),
    })
    .default({ content_settings: { exceptions: NO_EXCEPTIONS }, default_content_setting_values: {} }),
  extensions: z.object({ settings: z.record(z.string(), z.unknown()).default({}) }).default({ settings: {} }),
});

type Preferences = z.infer<typeof preferencesSchema>['profile'];
type Extensions = z.infer<typeof preferencesSchema>['extensions'];

const exceptionSchema = z.object({
  setting: z.number().int(),
  expiration: z.string().regex(/^\d+$/).default('0'),
  model: z.number().int().default(0),
});

/** What a profile’s `Preferences`, already parsed as JSON, say about the site and about all sites. */
export function parsePreferences(
  file: string,
  content: unknown,
  { site, now }: Pick<ProbeContext, 'site' | 'now'>,
): Reading<Pick<PermissionStore, Medium>> {
  return mapReading(checked(file, preferencesSchema, content), ({ profile, extensions }) => {
    const read = (medium: Medium): Reading<MediumPermission> =>
      mapReading(readRules(file, profile, medium, site, now), (rules) => ({
        byDefault: readDefault(file, profile, medium),
        rules,
        sitesAllowed: countAllowed(profile, medium),
        unjudged: findUnjudged(profile, extensions, medium, site),
      }));
    return { camera: read('camera'), microphone: read('microphone') };
  });
}

/** Only the exceptions that cover the site leave this function: the others are nobody’s business. */
function readRules(
  file: string,
  profile: Preferences,
  medium: Medium,
  site: Site | null,
  now: Date,
): Reading<SiteRule[]> {
  if (site === null) return value([]);
  const key = EXCEPTION_KEYS[medium];
  const covering = Object.entries(profile.content_settings.exceptions[key]).flatMap(([patterns, exception]) => {
    // Camera and microphone are stored for the top page alone; the second pattern is always `*`.
    const [primary = '', secondary = ''] = patterns.split(',');
    const pattern = parseSitePattern(primary);
    if (secondary !== '*' || pattern === null || !coversSite(pattern, site)) return [];
    return [{ text: primary, pattern, exception }];
  });
  const rules: SiteRule[] = [];
  for (const { text, exception } of covering.sort((a, b) => moreSpecificFirst(a.pattern, b.pattern))) {
    const rule = checked(`${file}: the ${key} rule for ${text}`, exceptionSchema, exception);
    if (rule.kind !== 'value') return rule;
    const setting = settingOf(rule.value.setting);
    if (setting === null) return unreadable(`${file}: the ${key} rule for ${text} is ${rule.value.setting}`);
    if (!isOver(rule.value, now)) rules.push({ pattern: text, setting });
  }
  return value(rules);
}

function countAllowed(profile: Preferences, medium: Medium): number {
  const stored = Object.values(profile.content_settings.exceptions[EXCEPTION_KEYS[medium]]);
  return stored.filter((exception) => exceptionSchema.safeParse(exception).data?.setting === 1).length;
}

const EMBARGO_KEYS = { camera: 'VideoCapture', microphone: 'AudioCapture' } as const;
const EXTENSION_TYPES = { camera: 'media-stream-camera', microphone: 'media-stream-mic' } as const;

/** Signs of layers that outrank the site’s rule, told so that nothing is promised over their heads. */
function findUnjudged(profile: Preferences, extensions: Extensions, medium: Medium, site: Site | null): string[] {
  const embargoed = Object.entries(profile.content_settings.exceptions.permission_autoblocking_data).some(
    ([patterns, data]) => {
      const pattern = parseSitePattern(patterns.split(',')[0] ?? '');
      const covers = site !== null && pattern !== null && coversSite(pattern, site);
      return covers && new RegExp(`"${EMBARGO_KEYS[medium]}":\\{[^}]*embargo_days`).test(JSON.stringify(data));
    },
  );
  const byExtension = Object.values(extensions.settings).some((settings) =>
    JSON.stringify(settings)?.includes(`"${EXTENSION_TYPES[medium]}"`),
  );
  return [...(embargoed ? ['an embargo'] : []), ...(byExtension ? ['what an extension sets'] : [])];
}

/** Rules for one session or one visit are gone when the browser starts next, and expired ones at once. */
function isOver({ expiration, model }: z.infer<typeof exceptionSchema>, now: Date): boolean {
  return model !== 0 || (expiration !== '0' && chromiumTime(expiration) <= now.getTime());
}

/** Microseconds since 1601 as milliseconds since 1970. */
function chromiumTime(microseconds: string): number {
  return Number(BigInt(microseconds) / 1000n) - 11_644_473_600_000;
}

function readDefault(file: string, profile: Preferences, medium: Medium): MediumPermission['byDefault'] {
  const key = EXCEPTION_KEYS[medium];
  const stored = profile.default_content_setting_values[key];
  if (stored === undefined) return absent;
  const setting = typeof stored === 'number' ? settingOf(stored) : null;
  if (setting === null) return unreadable(`${file}: the default for ${key} is not a setting`);
  // The browser offers no "allow" for all sites, and treats one as "ask".
  return value(setting === 'allow' ? 'ask' : setting);
}

/** @see https://chromium.googlesource.com/chromium/src/+/main/components/content_settings/core/common/content_settings.h */
function settingOf(number: number): SiteRule['setting'] | null {
  return SETTINGS_BY_NUMBER[number] ?? null;
}

const SETTINGS_BY_NUMBER: Readonly<Record<number, SiteRule['setting']>> = { 1: 'allow', 2: 'block', 3: 'ask' };
