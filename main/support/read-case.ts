import { type ParsedCase, parseCase, parseCaseLink } from '../../core/case.ts';
import { thenReading } from '../../core/reading.ts';
import { filesAsNamed } from '../machine/real-files.ts';
import { parseJson } from '../parse/json.ts';

const LIMIT = 64 * 1024;

/** A case as support sends it: a `capture-doctor:` link, or the path of a file. */
export async function readCaseLinkOrFile(text: string): Promise<ParsedCase> {
  return /^capture-doctor:/i.test(text) ? parseCaseLink(text) : readCaseFile(text);
}

async function readCaseFile(path: string): Promise<ParsedCase> {
  const content = thenReading(await filesAsNamed.read(path, LIMIT), (bytes) => parseJson(path, bytes));
  if (content.kind === 'absent') return { kind: 'invalid', why: `${path}: it is not there` };
  if (content.kind === 'unreadable') return { kind: 'invalid', why: content.why };
  const parsed = parseCase(content.value);
  return parsed.kind === 'invalid' ? { kind: 'invalid', why: `${path}: ${parsed.why}` } : parsed;
}
