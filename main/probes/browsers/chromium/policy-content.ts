import { z } from 'zod';
import { coversSite, parseSitePattern, type SitePattern } from '../../../../core/browsers/chromium-pattern.ts';
import type { ChromiumPolicies } from '../../../../core/facts/chromium.ts';
import { absent, type Reading, value } from '../../../../core/reading.ts';
import type { Site } from '../../../../core/site.ts';
import { checked } from '../../../parse/checked.ts';
import type { PolicySource } from './policy.ts';

const urls = z.array(z.string()).optional();
/** The registry has no booleans, but 0 and 1. */
const flag = z.union([z.boolean(), z.literal([0, 1]).transform((number) => number === 1)]).optional();

/** The policies that bear on capture. A wrong type is not "not laid down". */
const policiesSchema = z.object({
  VideoCaptureAllowed: flag,
  AudioCaptureAllowed: flag,
  VideoCaptureAllowedUrls: urls,
  AudioCaptureAllowedUrls: urls,
  /** 1 is no longer a choice, and the same as nothing. */
  DefaultMediaStreamSetting: z.literal([1, 2, 3]).optional(),
});

type Policies = z.infer<typeof policiesSchema>;

/**
 * Each policy as a whole from the first place that has it. A place that cannot be read may hold any of them: then
 * nothing is certain.
 */
export function parsePolicies(sources: readonly Reading<PolicySource>[], site: Site | null): Reading<ChromiumPolicies> {
  const found: { readonly from: string; readonly policies: Policies }[] = [];
  for (const source of sources) {
    if (source.kind === 'unreadable') return source;
    if (source.kind === 'absent') continue;
    const { from } = source.value;
    const policies = checked(from, policiesSchema, source.value.policies);
    if (policies.kind !== 'value') return policies;
    found.push({ from, policies: policies.value });
  }
  const first = <K extends keyof Policies>(name: K) => {
    const place = found.find(({ policies }) => policies[name] !== undefined);
    const setting = place?.policies[name];
    return place === undefined || setting === undefined ? null : { from: place.from, setting };
  };
  const mediaStream = first('DefaultMediaStreamSetting');
  const laidDown = {
    camera: mediumPolicy(first('VideoCaptureAllowed'), first('VideoCaptureAllowedUrls'), site),
    microphone: mediumPolicy(first('AudioCaptureAllowed'), first('AudioCaptureAllowedUrls'), site),
    mediaStream:
      mediaStream === null || mediaStream.setting === 1
        ? null
        : { from: mediaStream.from, setting: mediaStream.setting === 2 ? ('block' as const) : ('ask' as const) },
  };
  const { camera, microphone } = laidDown;
  const none = [camera, microphone].every(({ allowed, sitesAllowed }) => allowed === null && sitesAllowed === 0);
  return none && laidDown.mediaStream === null ? absent : value(laidDown);
}

function isAnySite(pattern: SitePattern | null): boolean {
  return pattern?.host.kind === 'any' && pattern.scheme === null && pattern.port === null;
}

interface LaidDown<T> {
  readonly from: string;
  readonly setting: T;
}

function mediumPolicy(
  allowed: LaidDown<boolean> | null,
  urlsAllowed: LaidDown<readonly string[]> | null,
  site: Site | null,
): ChromiumPolicies['camera'] {
  // What would allow every site there is, however it is written, Chromium passes over.
  const patterns = (urlsAllowed?.setting ?? []).filter((text) => !isAnySite(parseSitePattern(text)));
  const covering = patterns.find((text) => {
    const pattern = parseSitePattern(text);
    return pattern !== null && site !== null && coversSite(pattern, site);
  });
  return {
    allowed,
    allowedFor: covering === undefined || urlsAllowed === null ? null : { from: urlsAllowed.from, pattern: covering },
    sitesAllowed: patterns.length,
  };
}
