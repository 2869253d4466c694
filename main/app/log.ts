import { join } from 'node:path';
import electronLog from 'electron-log/node.js';
import { redactLine, type Secrets } from '../../core/report/redact.ts';

/** Beyond this many bytes a file is put aside, and the one that was aside before is gone. */
const SIZE_LIMIT = 512 * 1024;

const FILE = 'capture-doctor.log';

/** What the app did, for whoever has to find out why it did not. It never leaves the computer by itself. */
export interface Log {
  readonly file: string;
  readonly info: (line: string) => void;
  readonly warn: (line: string) => void;
  readonly error: (line: string) => void;
}

/** Opens the log in a folder of the app’s own, readable by its owner alone, without names, folders and web addresses. */
export function openLog(folder: string, secrets: Secrets): Log {
  const file = join(folder, FILE);
  const log = electronLog.create({ logId: 'app' });
  log.transports.console.level = false;
  log.transports.file.level = 'info';
  log.transports.file.maxSize = SIZE_LIMIT;
  log.transports.file.writeOptions = { flag: 'a', mode: 0o600, encoding: 'utf8' };
  log.transports.file.resolvePathFn = () => file;
  log.transports.file.format = '{iso} {level} {text}';
  const clean = (line: string): string => redactLine(line.replaceAll(/\p{Cc}+/gu, ' '), secrets);
  return {
    file,
    info: (line) => log.info(clean(line)),
    warn: (line) => log.warn(clean(line)),
    error: (line) => log.error(clean(line)),
  };
}
