import { absent, type Reading, unreadable, value } from '../../../../../core/reading.ts';
import type { FileStatus, Machine } from '../../../../../main/machine/machine.ts';
import { openMachine } from '../../../recorded-machines.ts';

type Content = string | Uint8Array | Reading<Uint8Array>;

const MODIFIED = new Date('2026-11-20T09:00:00Z');

/** A machine that has these files and no others; a reading in place of a content stands for itself. */
export async function machineWith(files: Readonly<Record<string, Content>>): Promise<Machine> {
  const machine = await openMachine('linux-healthy-laptop');
  const read = (path: string): Reading<Uint8Array> => {
    const content = files[path] ?? absent;
    if (typeof content === 'string') return value(Buffer.from(content));
    return content instanceof Uint8Array ? value(content) : content;
  };
  return {
    ...machine,
    files: {
      ...machine.files,
      read: async (path, limit) => {
        const bytes = read(path);
        return bytes.kind === 'value' && bytes.value.length > limit ? unreadable(`${path}: too large`) : bytes;
      },
      status: async (path) => statusOf(read(path)),
      realPath: async (path) => value(path),
      list: async () => absent,
    },
  };
}

function statusOf(bytes: Reading<Uint8Array>): Reading<FileStatus> {
  if (bytes.kind !== 'value') return bytes;
  const size = bytes.value.length;
  return value({ type: 'file', size, modifiedAt: MODIFIED, mode: 0o600, uid: 1000, gid: 1000, openable: value(true) });
}
