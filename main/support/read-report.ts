import { thenReading } from '../../core/reading.ts';
import { type ParsedReport, parseReport } from '../../core/report/schema.ts';
import { filesAsNamed } from '../machine/real-files.ts';
import { parseJson } from '../parse/json.ts';

const LIMIT = 32 * 1024 * 1024;

/** Reads a report that was saved before, here or elsewhere. */
export async function readReport(path: string): Promise<ParsedReport> {
  const content = thenReading(await filesAsNamed.read(path, LIMIT), (bytes) => parseJson(path, bytes));
  if (content.kind === 'absent') return { kind: 'invalid', why: 'it is not there' };
  if (content.kind === 'unreadable') return { kind: 'invalid', why: content.why.replace(`${path}: `, '') };
  return parseReport(content.value);
}
