import type { RegistryValue } from './machine.ts';

/** Bytes that are no value of their type, with what is wrong with them. */
export interface MalformedValue {
  readonly type: 'malformed';
  readonly why: string;
}

/**
 * The bytes of a value as its type reads them, the same for an export and for the live registry. A reference such as
 * `%SystemRoot%` stays as it is. Strings end at the first NUL, since programs store them with and without.
 *
 * @see https://learn.microsoft.com/windows/win32/sysinfo/registry-value-types
 */
export function decodeRegistryValue(number: number, data: Uint8Array): RegistryValue | MalformedValue {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  switch (number) {
    case 0:
      return { type: 'REG_NONE', data };
    case 1:
      return { type: 'REG_SZ', data: text(data) };
    case 2:
      return { type: 'REG_EXPAND_SZ', data: text(data) };
    case 3:
      return { type: 'REG_BINARY', data };
    case 4:
      return data.length === 4
        ? { type: 'REG_DWORD', data: view.getUint32(0, true) }
        : { type: 'malformed', why: 'a DWORD has 4 bytes' };
    case 7: {
      const strings = new TextDecoder('utf-16le').decode(data).split('\0');
      return { type: 'REG_MULTI_SZ', data: strings.filter((each) => each !== '') };
    }
    case 0xb:
      return data.length === 8
        ? { type: 'REG_QWORD', data: view.getBigUint64(0, true) }
        : { type: 'malformed', why: 'a QWORD has 8 bytes' };
    default:
      return { type: 'other', number, data };
  }
}

function text(data: Uint8Array): string {
  return new TextDecoder('utf-16le').decode(data).replace(/\0[\s\S]*$/, '');
}
