import { describe, expect, test } from 'vitest';
import { unreadable, value } from '../../../../core/reading.ts';
import { listPresentDevices } from '../../../../main/machine/windows-devices.ts';
import { loadWindowsFunctions, type WindowsFunctions } from '../../../../main/machine/windows-functions.ts';
import { listWindowsProcesses } from '../../../../main/machine/windows-processes.ts';

const CAMERAS = '{ca3e7ab9-b4c3-4ae6-8251-579ef933890f}';

interface FakeDevice {
  readonly id: string;
  readonly status?: number;
  readonly problem?: number;
  /** What CM_Get_DevNode_Status answers. */
  readonly answer?: number;
}

interface FakeWindows {
  readonly devices?: readonly FakeDevice[];
  /** Paths by process id; null where it may not be opened, and '' where its path is not told. */
  readonly processes?: Readonly<Record<number, string | null>>;
}

const NEVER: WindowsFunctions['CloseHandle'] = () => {
  throw new Error('not called here');
};

/** Windows as far as it is asked, with a count of what is open. */
function fakeWindows({ devices = [], processes = {} }: FakeWindows): WindowsFunctions & { open: number } {
  const ids = Object.keys(processes).map(Number);
  const bytes = (argument: unknown): Buffer => {
    if (!(argument instanceof Buffer)) throw new TypeError('bytes are wanted here');
    return argument;
  };
  return {
    open: 0,
    SetupDiGetClassDevsW(guid, _enumerator, _parent, flags) {
      // DIGCF_PRESENT, without which those that are away come too.
      expect(flags).toBe(2);
      expect(bytes(guid).toString('hex')).toBe('b97a3ecac3b4e64a8251579ef933890f');
      this.open += 1;
      return 7;
    },
    SetupDiEnumDeviceInfo(_set, index, data) {
      expect(bytes(data).readUInt32LE(0)).toBe(32);
      bytes(data).writeUInt32LE(Number(index), 20);
      return Number(index) < devices.length ? 1 : 0;
    },
    GetLastError: () => 259,
    SetupDiGetDeviceInstanceIdW(_set, data, id) {
      bytes(id).write(`${devices[bytes(data).readUInt32LE(20)]?.id}\0left over`, 'utf16le');
      return 1;
    },
    SetupDiDestroyDeviceInfoList() {
      this.open -= 1;
      return 1;
    },
    CM_Get_DevNode_Status(status, problem, instance) {
      const device = devices[Number(instance)];
      bytes(status).writeUInt32LE(device?.status ?? 0);
      bytes(problem).writeUInt32LE(device?.problem ?? 0);
      return device?.answer ?? 0;
    },
    K32EnumProcesses(into, room, written) {
      const fitting = ids.slice(0, Number(room) / 4);
      for (const [place, pid] of fitting.entries()) bytes(into).writeUInt32LE(pid, 4 * place);
      bytes(written).writeUInt32LE(4 * fitting.length);
      return 1;
    },
    OpenProcess(_access, _inherit, pid) {
      if (processes[Number(pid)] === null) return 0;
      this.open += 1;
      return Number(pid);
    },
    QueryFullProcessImageNameW(process, _flags, name, characters) {
      const path = processes[Number(process)] ?? '';
      bytes(name).write(path, 'utf16le');
      bytes(characters).writeUInt32LE(path.length);
      return path === '' ? 0 : 1;
    },
    CloseHandle() {
      this.open -= 1;
      return 1;
    },
  };
}

describe('the devices that are connected', () => {
  test('come with their problem codes, those that went away left out', () => {
    const windows = fakeWindows({
      devices: [
        { id: 'USB\\A', status: 0x400, problem: 22 },
        { id: 'USB\\GONE', answer: 0xd },
        // Without the flag that says so a code is left over from another time.
        { id: 'USB\\B', status: 0x8, problem: 10 },
      ],
    });
    expect(listPresentDevices(windows, CAMERAS)).toEqual(
      value([
        { id: 'USB\\A', problem: 22 },
        { id: 'USB\\B', problem: 0 },
      ]),
    );
    expect(windows.open).toBe(0);
  });

  test('are unreadable where one does not tell its state, and the list is given back', () => {
    const windows = fakeWindows({ devices: [{ id: 'USB\\A' }, { id: 'USB\\B', answer: 5 }] });
    expect(listPresentDevices(windows, CAMERAS)).toEqual(unreadable('USB\\B: Windows does not tell its state'));
    expect(windows.open).toBe(0);
  });

  test('are unreadable where Windows gives no list', () => {
    const windows = { ...fakeWindows({}), SetupDiGetClassDevsW: () => -1, SetupDiDestroyDeviceInfoList: NEVER };
    expect(listPresentDevices(windows, CAMERAS)).toMatchObject({ kind: 'unreadable' });
  });

  test('are unreadable where the list breaks off with an error instead of its end', () => {
    const windows = { ...fakeWindows({ devices: [{ id: 'USB\\A' }] }), GetLastError: () => 8 };
    expect(listPresentDevices(windows, CAMERAS)).toEqual(unreadable('a device: Windows does not tell it (8)'));
    expect(windows.open).toBe(0);
  });

  test('are unreadable where Windows lists them without an end', () => {
    const windows = { ...fakeWindows({ devices: [] }), SetupDiEnumDeviceInfo: () => 1 };
    expect(listPresentDevices(windows, CAMERAS)).toEqual(unreadable('Windows lists more than 4096 devices'));
  });
});

describe('the programs that run', () => {
  test('are those whose path is told, however many there are', () => {
    const many = Object.fromEntries(Array.from({ length: 1_500 }, (_, place) => [4 * (place + 1), `C:\\${place}.exe`]));
    const windows = fakeWindows({ processes: { ...many, 8000: null, 8004: '', 8008: 'C:\\Größe\\日本.exe' } });
    const found = listWindowsProcesses(windows);
    if (found.kind !== 'value') throw new Error(JSON.stringify(found));
    expect(found.value).toHaveLength(1_501);
    expect(found.value.at(-1)).toMatchObject({ pid: 8_008, path: 'C:\\Größe\\日本.exe', args: { kind: 'unreadable' } });
    expect(windows.open).toBe(0);
  });

  test('are unreadable where Windows does not list them', () => {
    expect(listWindowsProcesses({ ...fakeWindows({}), K32EnumProcesses: () => 0 })).toMatchObject({
      kind: 'unreadable',
    });
  });
});

describe('koffi', () => {
  test('that is not there is told, and nothing else happens', () => {
    const failed = loadWindowsFunctions(() => {
      throw new Error("Cannot find module '@koromix/koffi-win32-x64'\nRequire stack:\n- C:\\Users\\ada\\x.js");
    });
    expect(failed).toEqual({
      kind: 'failed',
      why: "koffi did not load: Cannot find module '@koromix/koffi-win32-x64'",
    });
  });

  test('without its function is not taken for it', () => {
    expect(loadWindowsFunctions(() => ({}))).toMatchObject({ kind: 'failed' });
  });

  test('that lacks a function of Windows, as an old one does, is told', () => {
    const koffi = {
      load: () => ({
        func: () => {
          throw new Error("Cannot find function 'K32EnumProcesses' in shared library");
        },
      }),
    };
    expect(loadWindowsFunctions(() => koffi)).toMatchObject({
      kind: 'failed',
      why: expect.stringContaining('K32EnumProcesses'),
    });
  });

  test('loads every library of Windows by its whole path', () => {
    const paths: string[] = [];
    const load = (path: string) => {
      paths.push(path);
      return { func: () => () => 1 };
    };
    const koffi = { load };
    const loaded = loadWindowsFunctions(() => koffi);
    expect(loaded.kind).toBe('loaded');
    expect(new Set(paths.map((path) => /^C:\\Windows.System32.(\w+)\.dll$/i.exec(path)?.[1]))).toEqual(
      new Set(['setupapi', 'cfgmgr32', 'kernel32']),
    );
  });

  test('that gives back what is no number is a fault of ours', () => {
    const loaded = loadWindowsFunctions(() => ({ load: () => ({ func: () => () => 1n }) }));
    if (loaded.kind !== 'loaded') throw new Error(loaded.why);
    expect(() => loaded.functions.CloseHandle(1)).toThrow('CloseHandle gave back no number');
  });
});
