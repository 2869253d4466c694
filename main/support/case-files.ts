import { type ParsedCase, parseCase } from '../../core/case.ts';
import { absent, thenReading } from '../../core/reading.ts';
import { parseJson } from '../machine/json.ts';
import { realFiles } from '../machine/real-files.ts';

const LIMIT = 64 * 1024;

/** Reads a case that support has sent as a file. */
export async function readCaseFile(path: string): Promise<ParsedCase> {
  const content = thenReading(await realFiles(absent).read(path, LIMIT), (bytes) => parseJson(path, bytes));
  if (content.kind === 'absent') return { kind: 'invalid', why: `${path}: it is not there` };
  if (content.kind === 'unreadable') return { kind: 'invalid', why: content.why };
  const parsed = parseCase(content.value);
  return parsed.kind === 'invalid' ? { kind: 'invalid', why: `${path}: ${parsed.why}` } : parsed;
}
