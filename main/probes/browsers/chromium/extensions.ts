import type { z } from 'zod';
import {
  coversSite,
  moreSpecificFirst,
  parseSitePattern,
  type SitePattern,
} from '../../../../core/browsers/chromium-pattern.ts';
import type { ChromiumSetting, ExtensionRule, MediumPermission } from '../../../../core/facts/chromium.ts';
import type { Medium } from '../../../../core/medium.ts';
import { type Reading, thenReading, unreadable, value } from '../../../../core/reading.ts';
import type { Site } from '../../../../core/site.ts';
import { checked } from '../../../parse/checked.ts';
import { type Extensions, extensionSchema } from './preferences-schema.ts';

const TYPES = { camera: 'media-stream-camera', microphone: 'media-stream-mic' } as const;

interface ExtensionSources {
  readonly file: string;
  /** From `Preferences`. */
  readonly own: Extensions;
  /** From `Secure Preferences`, where Windows and macOS keep them; on Linux it has none. */
  readonly secure: Reading<{ readonly file: string; readonly extensions: Extensions }>;
}

/**
 * What enabled extensions set for the site, the rule that counts first. Only extensions that set one of the two devices
 * are looked into: what the others are is nobody’s business.
 *
 * @see https://developer.chrome.com/docs/extensions/reference/api/contentSettings
 */
export function readExtensionRules(
  { file, own, secure }: ExtensionSources,
  medium: Medium,
  site: Site | null,
): MediumPermission['extensions'] {
  if (secure.kind === 'unreadable') return secure;
  const sources = [{ file, extensions: own }, ...(secure.kind === 'value' ? [secure.value] : [])];
  const found: RankedRule[] = [];
  for (const source of sources) {
    for (const [extension, content] of Object.entries(source.extensions.settings)) {
      if (!mentions(content, TYPES[medium])) continue;
      const from = `${source.file}: the extension ${extension}`;
      const rules = thenReading(checked(from, extensionSchema, content), (told) =>
        rulesOf(extension, told, medium, site, from),
      );
      if (rules.kind === 'unreadable') return rules;
      if (rules.kind === 'value') found.push(...rules.value);
    }
  }
  return value(found.sort((a, b) => moreSpecificFirst(a.rank, b.rank)).map(({ rule }) => rule));
}

interface RankedRule {
  readonly rule: ExtensionRule;
  readonly rank: SitePattern;
}

function rulesOf(
  extension: string,
  told: z.infer<typeof extensionSchema>,
  medium: Medium,
  site: Site | null,
  from: string,
): Reading<readonly RankedRule[]> {
  const rules: RankedRule[] = [];
  if (site === null || isDisabled(told)) return value(rules);
  for (const { primaryPattern: pattern, setting, type } of told.content_settings) {
    const rank = parseSitePattern(pattern === '<all_urls>' ? '*' : pattern);
    if (type !== TYPES[medium] || rank === null || !coversSite(rank, site)) continue;
    if (!isSetting(setting)) return unreadable(`${from} sets "${setting}"`);
    rules.push({ rule: { extension, pattern, setting }, rank });
  }
  return value(rules);
}

/** Cheap beside checking the manifests of all extensions, which the same entries hold. */
function mentions(content: unknown, type: string): boolean {
  if (typeof content !== 'object' || content === null || !('content_settings' in content)) return false;
  return JSON.stringify(content.content_settings)?.includes(`"${type}"`) ?? false;
}

function isDisabled({ disable_reasons: reasons, state }: z.infer<typeof extensionSchema>): boolean {
  return state === 0 || (Array.isArray(reasons) ? reasons.length > 0 : (reasons ?? 0) !== 0);
}

function isSetting(text: string): text is ChromiumSetting {
  return text === 'allow' || text === 'block' || text === 'ask';
}
