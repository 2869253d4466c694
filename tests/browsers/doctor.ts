import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { type Report, reportSchema } from '../../core/report/schema.ts';

const COMMAND = join(import.meta.dirname, '../../main/cli/capture-doctor.js');

/** What the doctor says of a site, run as a person would run it. */
export function diagnose(
  site: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<Report> {
  return new Promise((resolve, reject) => {
    const all = [COMMAND, 'diagnose', '--json', '--site', site, ...args];
    execFile(process.execPath, all, { env: { ...process.env, ...env } }, (_error, stdout) => {
      try {
        resolve(reportSchema.parse(JSON.parse(stdout)));
      } catch (error) {
        reject(error);
      }
    });
  });
}
