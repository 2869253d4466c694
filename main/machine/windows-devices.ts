import { type Reading, unreadable, value } from '../../core/reading.ts';
import type { PresentDevice } from './machine.ts';
import type { WindowsFunctions } from './windows-functions.ts';

const ONLY_PRESENT = 0x2;
const NO_SET = -1;

/** SP_DEVINFO_DATA of 64-bit programs, the only ones that there is a koffi for: its size, and where the instance stands. */
const DATA = { bytes: 32, instance: 20 } as const;

/** MAX_DEVICE_ID_LEN, with the NUL at the end. */
const ID_CHARACTERS = 201;

/** DN_HAS_PROBLEM: without it the code means nothing. */
const HAS_PROBLEM = 0x400;

const SUCCESS = 0;
/** CR_NO_SUCH_DEVINST: it was unplugged since it was listed. */
const GONE = 0xd;

/** ERROR_NO_MORE_ITEMS: the list is at its end. Any other error would leave devices out. */
const NO_MORE_ITEMS = 259;

/** No computer has so many; a list without an end must not keep us. */
const LIMIT = 4_096;

/**
 * The devices of a setup class that are connected now, with what the Device Manager says is the matter with them. Asks
 * the Plug and Play manager itself, in milliseconds, and starts nothing.
 *
 * @see https://learn.microsoft.com/windows-hardware/drivers/install/system-defined-device-setup-classes-available-to-vendors
 */
export function listPresentDevices(functions: WindowsFunctions, setupClass: string): Reading<readonly PresentDevice[]> {
  const set = functions.SetupDiGetClassDevsW(guidBytes(setupClass), null, 0, ONLY_PRESENT);
  if (set === NO_SET) return unreadable(`the devices of class ${setupClass}: Windows does not list them`);
  try {
    return readSet(functions, set);
  } finally {
    functions.SetupDiDestroyDeviceInfoList(set);
  }
}

function readSet(functions: WindowsFunctions, set: number): Reading<readonly PresentDevice[]> {
  const devices: PresentDevice[] = [];
  const data = Buffer.alloc(DATA.bytes);
  const id = Buffer.alloc(2 * ID_CHARACTERS);
  for (let index = 0; index < LIMIT; index += 1) {
    data.fill(0).writeUInt32LE(DATA.bytes, 0);
    if (functions.SetupDiEnumDeviceInfo(set, index, data) === 0) {
      // Before anything else is called, which would have an error of its own.
      const error = functions.GetLastError();
      return error === NO_MORE_ITEMS ? value(devices) : unreadable(`a device: Windows does not tell it (${error})`);
    }
    if (functions.SetupDiGetDeviceInstanceIdW(set, data, id.fill(0), ID_CHARACTERS, null) === 0)
      return unreadable('a device: Windows does not tell its id');
    const name = id.toString('utf16le').replace(/\0[\s\S]*$/, '');
    const problem = readProblem(functions, data.readUInt32LE(DATA.instance));
    if (problem === 'gone') continue;
    if (problem === null) return unreadable(`${name}: Windows does not tell its state`);
    devices.push({ id: name, problem });
  }
  return unreadable(`Windows lists more than ${LIMIT} devices`);
}

function readProblem(functions: WindowsFunctions, instance: number): number | 'gone' | null {
  const status = Buffer.alloc(4);
  const problem = Buffer.alloc(4);
  const answer = functions.CM_Get_DevNode_Status(status, problem, instance, 0);
  if (answer === GONE) return 'gone';
  if (answer !== SUCCESS) return null;
  return (status.readUInt32LE() & HAS_PROBLEM) === 0 ? 0 : problem.readUInt32LE();
}

/** `{ca3e7ab9-b4c3-4ae6-8251-579ef933890f}` as Windows keeps it: the first three numbers with their last byte first. */
function guidBytes(guid: string): Buffer {
  const bytes = Buffer.from(guid.replace(/[{}-]/g, ''), 'hex');
  if (bytes.length !== 16) throw new TypeError(`${guid} is no GUID`);
  bytes.subarray(0, 4).swap32();
  bytes.subarray(4, 8).swap16();
  return bytes;
}
