import type { z } from 'zod';
import {
  coversSite,
  moreSpecificFirst,
  parseSitePattern,
  type SitePattern,
} from '../../../../core/browsers/chromium-pattern.ts';
import type { ChromiumSetting, ExtensionRule, MediumPermission } from '../../../../core/facts/chromium.ts';
import type { Medium } from '../../../../core/medium.ts';
import { mapReading, type Reading, thenReading, unreadable, value } from '../../../../core/reading.ts';
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
 * What enabled extensions set for the site, the rule that counts first. Of several extensions the one that was installed
 * last counts, whatever the patterns: so Chromium 156 did, with two that disagree. Only extensions that set one of the
 * two devices are looked into: what the others are is nobody’s business.
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
  const found: Ruling[] = [];
  for (const source of sources) {
    for (const [extension, content] of Object.entries(source.extensions.settings)) {
      if (!mentions(content, TYPES[medium])) continue;
      const from = `${source.file}: the extension ${extension}`;
      const ruling = thenReading(checked(from, extensionSchema, content), (told) =>
        mapReading(rulesOf(extension, told, medium, site, from), (rules) => ({ rules, told })),
      );
      if (ruling.kind === 'unreadable') return ruling;
      if (ruling.kind === 'value' && ruling.value.rules.length > 0) found.push(ruling.value);
    }
  }
  return inOrder(found, file);
}

/** An extension that sets something for the site. */
interface Ruling {
  /** The most specific first. */
  readonly rules: readonly ExtensionRule[];
  readonly told: z.infer<typeof extensionSchema>;
}

/** An update may count as an installation or not: where that would decide between two that disagree, nobody can tell. */
function inOrder(found: readonly Ruling[], file: string): Reading<ExtensionRule[]> {
  const byTime = (key: 'first_install_time' | 'last_update_time') =>
    found.toSorted((a, b) => timeOf(b.told[key]) - timeOf(a.told[key]));
  const installed = byTime('first_install_time');
  const firsts = [installed, byTime('last_update_time')].map(([last]) => last?.rules[0]?.setting);
  const settings = new Set(found.map(({ rules }) => rules[0]?.setting));
  const timed = found.every(({ told }) => timeOf(told.first_install_time) > 0 && timeOf(told.last_update_time) > 0);
  if (settings.size > 1 && !(timed && firsts[0] === firsts[1])) {
    return unreadable(`${file}: several extensions disagree about the site, and which counts is not known`);
  }
  return value(installed.flatMap(({ rules }) => rules));
}

function timeOf(stored: string | undefined): number {
  return stored === undefined || !/^\d+$/.test(stored) ? 0 : Number(stored);
}

function rulesOf(
  extension: string,
  told: z.infer<typeof extensionSchema>,
  medium: Medium,
  site: Site | null,
  from: string,
): Reading<readonly ExtensionRule[]> {
  const found: { readonly rule: ExtensionRule; readonly rank: SitePattern }[] = [];
  if (site === null || isDisabled(told)) return value([]);
  for (const { primaryPattern: pattern, setting, type } of told.content_settings) {
    const rank = parseSitePattern(pattern === '<all_urls>' ? '*' : pattern);
    if (type !== TYPES[medium] || rank === null || !coversSite(rank, site)) continue;
    if (!isSetting(setting)) return unreadable(`${from} sets "${setting}"`);
    found.push({ rule: { extension, pattern, setting }, rank });
  }
  return value(found.sort((a, b) => moreSpecificFirst(a.rank, b.rank)).map(({ rule }) => rule));
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
