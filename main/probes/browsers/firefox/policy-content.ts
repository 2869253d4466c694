import { z } from 'zod';
import type { FirefoxMediumPolicy, FirefoxPolicies } from '../../../../core/facts/firefox.ts';
import { absent, type Reading, value } from '../../../../core/reading.ts';
import type { Site } from '../../../../core/site.ts';
import { checked } from '../../../parse/checked.ts';
import type { FoundPolicies } from './policy.ts';
import { CAPTURE_PREFERENCES } from './preferences.ts';

export const policiesFileSchema = z.object({ policies: z.record(z.string(), z.unknown()).default({}) });

/** The registry has numbers where JSON has true and false. */
const flag = z.union([z.boolean(), z.literal(0), z.literal(1)]).transform(Boolean);

/** Firefox passes over what is no origin in these lists, and takes the others. */
const origins = z.array(z.unknown()).max(100_000).default([]);

const mediumSchema = z
  .object({
    Allow: origins,
    Block: origins,
    BlockNewRequests: flag.nullable().default(null),
    Locked: flag.default(false),
  })
  .default({ Allow: [], Block: [], BlockNewRequests: null, Locked: false });

const permissionsSchema = z.object({ Camera: mediumSchema, Microphone: mediumSchema });
const preferencesSchema = z.record(z.string(), z.unknown());
const preferencesTextSchema = z.string().transform((text, context) => {
  try {
    return JSON.parse(text);
  } catch {
    context.addIssue('is not JSON');
    return z.NEVER;
  }
});

/** The policies on capture from their sources, the one that stands above the others first. */
export function parsePolicies(sources: readonly Reading<FoundPolicies>[], site: Site | null): Reading<FirefoxPolicies> {
  const permissions = firstWith(sources, 'Permissions');
  const preferences = firstWith(sources, 'Preferences');
  if (permissions.kind === 'unreadable') return permissions;
  if (preferences.kind === 'unreadable') return preferences;
  const unjudged = unjudgedPreferences(preferences);
  if (unjudged.kind === 'unreadable') return unjudged;
  const extra = unjudged.kind === 'value' ? unjudged.value : [];
  if (permissions.kind === 'absent' && extra.length === 0) return absent;
  const of = permissions.kind === 'value' ? permissions.value : { file: sourceOf(preferences), policy: {} };
  const content = checked(`${of.file}: Permissions`, permissionsSchema, of.policy);
  if (content.kind !== 'value') return content;
  const camera = mediumOf('Camera', content.value.Camera, site);
  const microphone = mediumOf('Microphone', content.value.Microphone, site);
  return value({
    file: of.file,
    camera: camera.policy,
    microphone: microphone.policy,
    unjudged: [...extra, ...camera.unjudged, ...microphone.unjudged],
  });
}

interface Policy {
  readonly file: string;
  readonly policy: unknown;
}

/** A source that cannot be read may hold the policy, so whatever stands below it is not known to count. */
function firstWith(sources: readonly Reading<FoundPolicies>[], name: string): Reading<Policy> {
  for (const source of sources) {
    if (source.kind === 'unreadable') return source;
    if (source.kind === 'absent') continue;
    const content = checked(source.value.file, z.record(z.string(), z.unknown()), source.value.policies);
    if (content.kind === 'unreadable') return content;
    if (content.kind === 'value' && Object.hasOwn(content.value, name)) {
      return value({ file: source.value.file, policy: content.value[name] });
    }
  }
  return absent;
}

function sourceOf(policy: Reading<Policy>): string {
  return policy.kind === 'value' ? policy.value.file : '';
}

/** Administrators can set preferences too, in several ways; that they do is told, and not what comes of it. */
function unjudgedPreferences(found: Reading<Policy>): Reading<string[]> {
  if (found.kind !== 'value') return found;
  const { file, policy } = found.value;
  const schema = typeof policy === 'string' ? preferencesTextSchema.pipe(preferencesSchema) : preferencesSchema;
  const preferences = checked(`${file}: Preferences`, schema, policy);
  if (preferences.kind !== 'value') return preferences;
  return value(Object.keys(preferences.value).filter((name) => CAPTURE_PREFERENCES.has(name)));
}

/** Of the lists only what they say of the site leaves this function. */
function mediumOf(
  name: string,
  { Allow, Block, BlockNewRequests, Locked }: z.infer<typeof mediumSchema>,
  site: Site | null,
): { policy: FirefoxMediumPolicy; unjudged: readonly string[] } {
  const allows = matches(Allow, site);
  const blocks = matches(Block, site);
  const policy: FirefoxMediumPolicy = {
    // Firefox takes Allow first, and then changes no permission of a policy any more.
    site: allows.exactly ? 'allow' : blocks.exactly ? 'block' : null,
    blockNewRequests: BlockNewRequests,
    locked: Locked,
    sitesAllowed: Allow.length,
  };
  const loose = (allows.loosely || blocks.loosely) && policy.site === null;
  return {
    policy,
    unjudged: loose ? [`${name}: an entry names the site with a path`] : [],
  };
}

/** An entry is a whole origin, without wildcards; Firefox drops one that has a path. */
function matches(entries: readonly unknown[], site: Site | null): { exactly: boolean; loosely: boolean } {
  const urls = entries.flatMap((entry) => (typeof entry === 'string' ? (URL.parse(entry) ?? []) : []));
  const ofSite = urls.filter(({ origin }) => site !== null && origin === site.origin);
  const isOrigin = ({ pathname, search, hash }: URL): boolean => pathname === '/' && search === '' && hash === '';
  return { exactly: ofSite.some(isOrigin), loosely: ofSite.some((url) => !isOrigin(url)) };
}
