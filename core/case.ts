import { z } from 'zod';
import { isBrowserId } from './browsers/browsers.ts';
import { isLanguageCode } from './language-code.ts';
import { MEDIA } from './medium.ts';
import { describeIssue } from './schema-issue.ts';
import { parseSite } from './site.ts';

/** What support puts in: which site, which of their cases, and what the person needs there. */
export const caseSchema = z.strictObject({
  site: z
    .string()
    .max(2048)
    .refine((address) => typeof parseSite(address) === 'object', 'is not a web address')
    .transform((address) => {
      const site = parseSite(address);
      return typeof site === 'object' ? site.origin : address;
    })
    .optional()
    .describe('Origin of the site in question.'),
  ref: z
    .string()
    .max(64)
    .regex(/^[\p{L}\p{N} ._#/-]+$/u, 'may hold letters, digits, spaces and . _ # / - only')
    .optional()
    .describe('The agent’s own reference.'),
  need: z.array(z.enum(MEDIA)).min(1).optional(),
  browser: z.string().refine(isBrowserId, 'is not a browser this version knows').optional(),
  lang: z.string().refine(isLanguageCode, 'is not a language code such as de or pt-BR').optional(),
  return: z
    .string()
    .max(2048)
    .refine((address) => URL.parse(address)?.protocol === 'https:', 'is not an https address')
    .optional()
    .describe('Where the person goes once it works.'),
});

export type Case = z.infer<typeof caseSchema>;

export type ParsedCase =
  | { readonly kind: 'case'; readonly case: Case }
  | { readonly kind: 'invalid'; readonly why: string };

/** What a case link begins with; the installed app opens such links. */
export const LINK_SCHEME = 'capture-doctor';

const LINK_LIMIT = 8192;

/** Parses `capture-doctor:case?site=…&ref=…&need=camera,microphone&browser=…&lang=…&return=…`. */
export function parseCaseLink(link: string): ParsedCase {
  if (link.length > LINK_LIMIT) return invalid(`the link is longer than ${LINK_LIMIT} characters`);
  const match = /^capture-doctor:(?:\/\/)?case\/?\?(.*)$/is.exec(link);
  const query = URL.parse(`x:?${match?.[1] ?? ''}`);
  if (match === null || query === null) return invalid('the link does not have the form capture-doctor:case?site=…');
  const fields = new Map<string, unknown>();
  for (const [key, text] of query.searchParams) {
    if (fields.has(key)) return invalid(`${key} is given twice`);
    fields.set(key, key === 'need' ? text.split(',') : text);
  }
  return parseCase(Object.fromEntries(fields));
}

/** The link that {@link parseCaseLink} reads the same case from. */
export function formatCaseLink(about: Case): string {
  const fields = Object.entries(about).map(([key, field]) => `${key}=${encodeURIComponent(String(field))}`);
  return `${LINK_SCHEME}:case?${fields.join('&')}`;
}

/** Checks the parsed content of a case file, or the fields of a link. */
export function parseCase(content: unknown): ParsedCase {
  const checked = caseSchema.safeParse(content);
  if (checked.success) return { kind: 'case', case: checked.data };
  return invalid(describeIssue(checked.error));
}

function invalid(why: string): ParsedCase {
  return { kind: 'invalid', why };
}
