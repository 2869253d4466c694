import { mapReading, type Reading, thenReading } from '../../core/reading.ts';
import type { Machine } from '../machine/machine.ts';
import { decodeText } from '../parse/json.ts';

const SMALL = 64 * 1024;

/** A text file, without the white space around it. The limit suits what the kernel and configuration files hold. */
export async function readText(machine: Machine, path: string, limit = SMALL): Promise<Reading<string>> {
  const text = thenReading(await machine.files.read(path, limit), (bytes) => decodeText(path, bytes));
  return mapReading(text, (content) => content.trim());
}
