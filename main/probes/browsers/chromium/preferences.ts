import {
  coversSite,
  moreSpecificFirst,
  parseSitePattern,
  type SitePattern,
} from '../../../../core/browsers/chromium-pattern.ts';
import type { ChromiumSetting, MediumPermission, PermissionStore, SiteRule } from '../../../../core/facts/chromium.ts';
import type { Medium } from '../../../../core/medium.ts';
import { absent, mapReading, type Reading, thenReading, unreadable, value } from '../../../../core/reading.ts';
import type { Site } from '../../../../core/site.ts';
import { checked } from '../../../parse/checked.ts';
import type { AboutSite } from '../engines.ts';
import { readExtensionRules } from './extensions.ts';
import {
  actionsSchema,
  autoblockSchema,
  exceptionSchema,
  type Preferences,
  preferencesSchema,
} from './preferences-schema.ts';
import type { SecurePreferences } from './secure-preferences.ts';

const EXCEPTION_KEYS = { camera: 'media_stream_camera', microphone: 'media_stream_mic' } as const;
const PERMISSION_KEYS = { camera: 'VideoCapture', microphone: 'AudioCapture' } as const;
const RANKING_KEYS = { camera: 'video_input', microphone: 'audio_input' } as const;

/** What a profile’s `Preferences`, already parsed as JSON, say about the site and about all sites. */
export function parsePreferences(
  file: string,
  content: unknown,
  secure: SecurePreferences,
  about: AboutSite,
): Reading<Pick<PermissionStore, Medium>> {
  return mapReading(checked(file, preferencesSchema, content), (preferences) => {
    const read = (medium: Medium): Reading<MediumPermission> =>
      thenReading(readRules(file, preferences, medium, about), (rules) =>
        mapReading(countOneTimeGrants(file, preferences, medium, about.site), (oneTimeGrants) => ({
          byDefault: readDefault(file, preferences, medium),
          rules,
          extensions: readExtensionRules({ file, own: preferences.extensions, secure }, medium, about.site),
          embargo: readEmbargo(file, preferences, medium, about),
          oneTimeGrants,
          sitesAllowed: countAllowed(preferences, medium),
          devicesRanked: preferences.media[RANKING_KEYS[medium]]?.user_preference_ranking.length ?? 0,
        })),
      );
    return { camera: read('camera'), microphone: read('microphone') };
  });
}

/** Only the exceptions that cover the site leave this function: the others are nobody’s business. */
function readRules(
  file: string,
  { profile }: Preferences,
  medium: Medium,
  { site, now }: AboutSite,
): Reading<SiteRule[]> {
  const key = EXCEPTION_KEYS[medium];
  const rules: SiteRule[] = [];
  for (const { pattern, stored } of covering(profile.content_settings.exceptions[key], site)) {
    const rule = checked(`${file}: the ${key} rule for ${pattern}`, exceptionSchema, stored);
    if (rule.kind !== 'value') return rule;
    const setting = settingOf(rule.value.setting);
    if (setting === null) return unreadable(`${file}: the ${key} rule for ${pattern} is ${rule.value.setting}`);
    const { expiration, model } = rule.value;
    // Rules for one session or one visit are gone when the browser starts next, and expired ones at once.
    const over = model !== 0 || (expiration !== '0' && toUnixTime(expiration) <= now.getTime());
    if (!over) rules.push({ pattern, setting });
  }
  return value(rules);
}

/**
 * What is stored for the site under `<primary pattern>,<secondary pattern>`, the most specific first. Camera and
 * microphone are stored for the top page alone: the second pattern is always `*`.
 */
function covering(
  stored: Readonly<Record<string, unknown>>,
  site: Site | null,
): readonly { readonly pattern: string; readonly stored: unknown }[] {
  if (site === null) return [];
  const found: { readonly pattern: string; readonly parsed: SitePattern; readonly stored: unknown }[] = [];
  // A plain loop: most of the time that a large profile takes is spent in it.
  for (const patterns in stored) {
    if (!patterns.endsWith(ANY_PAGE)) continue;
    const pattern = patterns.slice(0, -ANY_PAGE.length);
    const parsed = parseSitePattern(pattern);
    if (parsed !== null && coversSite(parsed, site)) found.push({ pattern, parsed, stored: stored[patterns] });
  }
  return found.sort((a, b) => moreSpecificFirst(a.parsed, b.parsed));
}

const ANY_PAGE = ',*';

/** How long the person is left in peace after dismissing or ignoring the question too often, in milliseconds. */
const EMBARGO_TIME = 7 * 24 * 60 * 60 * 1000;

/** The end of the year 9999: what lies beyond is no date of a browser’s. */
const LATEST_DATE = Date.UTC(9999, 11, 31);

/**
 * Whatever the key says of days, it holds when the embargo began.
 *
 * @see https://chromium.googlesource.com/chromium/src/+/main/components/permissions/permission_decision_auto_blocker.cc
 */
function readEmbargo(
  file: string,
  { profile }: Preferences,
  medium: Medium,
  { site, now }: AboutSite,
): MediumPermission['embargo'] {
  for (const { pattern, stored } of covering(profile.content_settings.exceptions.permission_autoblocking_data, site)) {
    const data = checked(`${file}: the embargoes of ${pattern}`, autoblockSchema, stored);
    if (data.kind !== 'value') return data;
    const { dismissal_embargo_days, ignore_embargo_days } = data.value.setting[PERMISSION_KEYS[medium]];
    const ends = [
      { reason: 'dismissed' as const, until: embargoEnd(dismissal_embargo_days) },
      { reason: 'ignored' as const, until: embargoEnd(ignore_embargo_days) },
    ];
    const running = ends.find(({ until }) => until > now.getTime());
    if (running === undefined) continue;
    const { reason, until } = running;
    if (until > LATEST_DATE) return unreadable(`${file}: the embargo of ${pattern} has no date`);
    return value({ reason, until: new Date(until).toISOString() });
  }
  return absent;
}

function embargoEnd(began: string | number | undefined): number {
  return began === undefined ? 0 : toUnixTime(began) + EMBARGO_TIME;
}

function countOneTimeGrants(
  file: string,
  { profile }: Preferences,
  medium: Medium,
  site: Site | null,
): Reading<number> {
  for (const { pattern, stored } of covering(profile.content_settings.exceptions.permission_actions_history, site)) {
    const history = checked(`${file}: the history of ${pattern}`, actionsSchema, stored);
    if (history.kind !== 'value') return history;
    return value(history.value.setting[PERMISSION_KEYS[medium]]?.one_time_grant_count ?? 0);
  }
  return value(0);
}

function countAllowed({ profile }: Preferences, medium: Medium): number {
  const stored = profile.content_settings.exceptions[EXCEPTION_KEYS[medium]];
  let count = 0;
  for (const patterns in stored) if (isAllowed(stored[patterns])) count += 1;
  return count;
}

/** Without a schema: a profile may have thousands, and this tells how many there are, not what they say. */
function isAllowed(stored: unknown): boolean {
  return typeof stored === 'object' && stored !== null && 'setting' in stored && stored.setting === 1;
}

/** Microseconds since 1601 as milliseconds since 1970. */
function toUnixTime(microseconds: string | number): number {
  const milliseconds = typeof microseconds === 'number' ? microseconds / 1000 : Number(BigInt(microseconds) / 1000n);
  return Math.round(milliseconds) - 11_644_473_600_000;
}

function readDefault(file: string, { profile }: Preferences, medium: Medium): MediumPermission['byDefault'] {
  const key = EXCEPTION_KEYS[medium];
  const stored = profile.default_content_setting_values[key];
  if (stored === undefined) return absent;
  const setting = typeof stored === 'number' ? settingOf(stored) : null;
  if (setting === null) return unreadable(`${file}: the default for ${key} is not a setting`);
  // The browser offers no "allow" for all sites, and treats one as "ask".
  return value(setting === 'allow' ? 'ask' : setting);
}

/** @see https://chromium.googlesource.com/chromium/src/+/main/components/content_settings/core/common/content_settings.h */
function settingOf(number: number): ChromiumSetting | null {
  return SETTINGS_BY_NUMBER[number] ?? null;
}

const SETTINGS_BY_NUMBER: Readonly<Record<number, ChromiumSetting>> = { 1: 'allow', 2: 'block', 3: 'ask' };
