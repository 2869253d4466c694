import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { build, buildBinary } from 'plist';
import { describe, expect, test } from 'vitest';
import { diagnose } from '../../../../core/diagnose.ts';
import type { Facts } from '../../../../core/facts/facts.ts';
import { absent, type Reading, unreadable, value } from '../../../../core/reading.ts';
import type { CommandOutput, Machine } from '../../../../main/machine/machine.ts';
import { realFiles } from '../../../../main/machine/real-files.ts';
import { runCommand } from '../../../../main/machine/run-command.ts';
import { gather } from '../../../../main/probes/gather.ts';
import { loadProbes } from '../../../../main/probes/index.ts';
import { AUDIO_COMMAND, CAMERA_COMMAND } from '../../../../main/probes/macos/profiler.ts';
import { tccDatabase } from '../../../../tools/tcc-database.ts';
import { openMachine } from '../../recorded-machines.ts';

const TCC = 'Library/Application Support/com.apple.TCC/TCC.db';
const USER = `~/${TCC}`;
const OVERRIDES = '/Library/Application Support/com.apple.TCC/MDMOverrides.plist';
const RESTRICTIONS = '/Library/Managed Preferences/com.apple.applicationaccess.plist';
const OWN_RESTRICTIONS = '/Library/Managed Preferences/user/com.apple.applicationaccess.plist';
const VERSION = '/System/Library/CoreServices/SystemVersion.plist';

type Ran = Reading<CommandOutput>;

interface Bad {
  readonly files?: Readonly<Record<string, Reading<Uint8Array>>>;
  /** By the program’s name, and for system_profiler by what it is asked. */
  readonly commands?: Readonly<Record<string, Ran | Promise<Ran>>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly release?: string;
}

const printed = (stdout: string, code = 0, stderr = ''): Ran => value({ code, stdout, stderr });
const bytes = (content: string | Uint8Array): Reading<Uint8Array> =>
  value(typeof content === 'string' ? new TextEncoder().encode(content) : content);

/** A healthy Mac on which these answers are others. */
async function withBad({ files = {}, commands = {}, env, release }: Bad): Promise<Machine> {
  const machine = await openMachine('macos-15-healthy-plain');
  return {
    ...machine,
    ...(release === undefined ? {} : { release }),
    ...(env === undefined
      ? {}
      : { env: { get: (name: string) => (env[name] === undefined ? absent : value(env[name])) } }),
    files: {
      ...machine.files,
      read: async (path, limit) => files[path] ?? machine.files.read(path, limit),
      status: async (path) => {
        const own = files[path];
        if (own === undefined || own.kind !== 'value') return own ?? machine.files.status(path);
        const status = await machine.files.status(USER);
        return status.kind === 'value' ? value({ ...status.value, size: own.value.length }) : status;
      },
    },
    run: async (command, limit) => {
      const name = command[0].split('/').at(-1) ?? '';
      return commands[`${name} ${command[1]}`] ?? commands[name] ?? machine.run(command, limit);
    },
  };
}

async function read(bad: Bad): Promise<Facts> {
  return gather(await withBad(bad), {
    site: null,
    probes: await loadProbes('darwin'),
    timeLimits: { fast: 2_000, slow: 100 },
  });
}

type Look = (readings: Facts['readings']) => Reading<unknown> | undefined;

const partOf = <T>(reading: Reading<T> | undefined, part: (of: T) => Reading<unknown> | undefined) =>
  reading?.kind === 'value' ? part(reading.value) : reading;
const user: Look = ({ macConsent }) => partOf(macConsent, (both) => both.user);
const overrides: Look = ({ macManagement }) => partOf(macManagement, (all) => all.overrides);
const ofChrome: Look = (readings) =>
  partOf(readings.macManagement, (all) => partOf(all.overrides, ([first]) => first?.camera));
const allowCamera: Look = ({ macManagement }) => partOf(macManagement, (all) => all.allowCamera);
const product: Look = ({ macVersion }) => partOf(macVersion, (all) => all.product);

const BOMB = `<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><plist version="1.0"><dict><key>x</key><string>&b;</string></dict></plist>`;
const DEEP = `<?xml version="1.0"?><plist version="1.0">${'<array>'.repeat(5000)}${'</array>'.repeat(5000)}</plist>`;

/** A database whose table is called as TCC’s and has other columns, or is none. */
async function database(sql: string): Promise<Uint8Array> {
  const { DatabaseSync } = await import('node:sqlite');
  const made = new DatabaseSync(':memory:');
  made.exec(sql);
  const content = made.serialize();
  made.close();
  return content;
}

const STRANGE = await database('CREATE TABLE access (service TEXT, client TEXT, client_type INTEGER, verdict INTEGER)');
const NO_TABLE = await database('CREATE TABLE admin (key TEXT)');
const VIEW = await database(
  'CREATE TABLE x (service TEXT, client TEXT, client_type INTEGER, auth_value INTEGER, auth_reason INTEGER); CREATE VIEW access AS SELECT * FROM x',
);
const WHOLE = tccDatabase(17, [{ client: 'com.google.Chrome', decided: 2 }]);
const OF_TEXT = await database(
  "CREATE TABLE access (service TEXT, client TEXT, client_type INTEGER, auth_value, auth_reason INTEGER); INSERT INTO access VALUES ('kTCCServiceCamera', 'com.google.Chrome', 0, 'yes', 2)",
);
const older = (type: string, written: string): Promise<Uint8Array> =>
  database(
    `CREATE TABLE access (service TEXT, client TEXT, client_type INTEGER, allowed ${type}); INSERT INTO access VALUES ('kTCCServiceCamera', 'com.google.Chrome', 0, ${written})`,
  );
const OLDER_OF_TEXT = await older('', "'yes'");
const OLDER_OF_BYTES = await older('BLOB', "x'01'");
const OLDER_OF_TWO = await older('INTEGER', '2');
const BOTH_FORMS = await older('INTEGER, auth_value INTEGER', '0, 2');
const TOO_MANY = tccDatabase(
  17,
  Array.from({ length: 1001 }, (_, place) => ({ client: `org.example.app${place}`, decided: 2 })),
);

const USB_SOUND = { _name: 'USB Audio', coreaudio_device_transport: 'coreaudio_device_type_usb' };
const SPEAKERS = { ...USB_SOUND, _name: 'Speakers', coreaudio_device_output: 2 };
const soundOf = (items: readonly object[]): string =>
  JSON.stringify({ SPAudioDataType: [{ _name: 'coreaudio_device', _items: items }] });
const wide = (count: number, of: object | readonly object[]): readonly object[] =>
  Array.from({ length: count }, () => (Array.isArray(of) ? { _items: of } : of));

type BadRow = readonly [what: string, bad: Bad, look: Look, why: string];

/** What is wrong, where it shows, and a part of the reason that must be told. */
const ROWS: readonly BadRow[] = [
  ['TCC.db is half a page', { files: { [USER]: bytes(WHOLE.slice(0, 200)) } }, user, 'it is cut off'],
  ['TCC.db is cut off', { files: { [USER]: bytes(WHOLE.slice(0, -512)) } }, user, 'it is cut off'],
  ['TCC.db is empty', { files: { [USER]: bytes('') } }, user, 'not an SQLite database'],
  ['TCC.db is text', { files: { [USER]: bytes('SQLite format 2'.repeat(20)) } }, user, 'not an SQLite database'],
  ['TCC.db has other columns', { files: { [USER]: bytes(STRANGE) } }, user, 'columns that this version does not know'],
  ['TCC.db has no such table', { files: { [USER]: bytes(NO_TABLE) } }, user, 'no table access'],
  ['TCC.db has a view for a table', { files: { [USER]: bytes(VIEW) } }, user, 'not a plain table'],
  [
    'TCC.db is refused',
    { files: { [USER]: unreadable(`${USER}: this user may not read it (EPERM)`) } },
    user,
    'Full Disk Access',
  ],
  ['TCC.db is gone', { files: { [USER]: absent } }, user, 'nothing can be told of it'],
  [
    'TCC.db is being written',
    { files: { [`${USER}-journal`]: bytes('half of a transaction') } },
    user,
    'it was being written',
  ],
  [
    'a decision is a number that means nothing',
    { files: { [USER]: bytes(tccDatabase(17, [{ client: 'com.google.Chrome', decided: 9 }])) } },
    user,
    'a decision is 9',
  ],
  ['a decision is text', { files: { [USER]: bytes(OF_TEXT) } }, user, 'decided'],
  ['an older decision is text', { files: { [USER]: bytes(OLDER_OF_TEXT) } }, user, 'decided'],
  ['an older decision is bytes', { files: { [USER]: bytes(OLDER_OF_BYTES) } }, user, 'decided'],
  ['an older decision is neither yes nor no', { files: { [USER]: bytes(OLDER_OF_TWO) } }, user, 'decided'],
  [
    'both the older and half of the newer columns are there',
    { files: { [USER]: bytes(BOTH_FORMS) } },
    user,
    'columns that this version does not know',
  ],
  ['TCC.db has too many rows', { files: { [USER]: bytes(TOO_MANY) } }, user, 'more rows than any Mac has'],
  ['the profiles are a bomb', { files: { [OVERRIDES]: bytes(BOMB) } }, overrides, 'no property list'],
  ['the profiles are nested without end', { files: { [OVERRIDES]: bytes(DEEP) } }, overrides, 'no property list'],
  ['the profiles are cut off', { files: { [OVERRIDES]: bytes('bplist00') } }, overrides, 'no property list'],
  ['the profiles are a list', { files: { [OVERRIDES]: bytes(build([1, 2])) } }, overrides, 'MDMOverrides.plist'],
  [
    'a profile’s word is not known',
    {
      files: { [OVERRIDES]: bytes(build({ 'com.google.Chrome': { kTCCServiceCamera: { Authorization: 'Maybe' } } })) },
    },
    ofChrome,
    'not known',
  ],
  [
    'a profile says neither yes nor no',
    { files: { [OVERRIDES]: bytes(build({ 'com.google.Chrome': { kTCCServiceCamera: { Comment: 'x' } } })) } },
    ofChrome,
    'neither yes nor no',
  ],
  ...[
    { Authorization: 'Allow', Allowed: false },
    { Authorization: 'Deny', Allowed: true },
    { Authorization: 'AllowStandardUserToSetSystemService', Allowed: false },
  ].map(
    (policy): BadRow => [
      `a profile says ${Object.values(policy).join(' and ')}`,
      { files: { [OVERRIDES]: bytes(build({ 'com.google.Chrome': { kTCCServiceCamera: policy } })) } },
      ofChrome,
      'both yes and no',
    ],
  ),
  [
    'a profile says a number',
    { files: { [OVERRIDES]: bytes(buildBinary({ 'com.google.Chrome': { kTCCServiceCamera: { Allowed: 0 } } })) } },
    ofChrome,
    'Allowed',
  ],
  [
    'the restrictions are text',
    { files: { [RESTRICTIONS]: bytes(build({ allowCamera: 'no' })) } },
    allowCamera,
    'allowCamera',
  ],
  ['the restrictions may not be read', { files: { [RESTRICTIONS]: unreadable('x (EACCES)') } }, allowCamera, 'EACCES'],
  [
    'the version is of another kernel',
    { files: { [VERSION]: bytes(build({ ProductVersion: '14.1' })) } },
    product,
    'the kernel is that of 15',
  ],
  [
    'the version is none',
    { files: { [VERSION]: bytes(build({ ProductVersion: 'Sequoia' })) } },
    product,
    'is not a version',
  ],
  [
    'the version is 16 and the kernel not that of 26',
    { files: { [VERSION]: bytes(build({ ProductVersion: '16.0' })) } },
    product,
    'the kernel is that of 15',
  ],
  ['the kernel tells no version', { release: 'unknown' }, ({ macVersion }) => macVersion, 'the kernel'],
  [
    'system_profiler is not there',
    { commands: { system_profiler: absent } },
    ({ macCameras }) => macCameras,
    'not installed',
  ],
  [
    'system_profiler fails',
    { commands: { system_profiler: printed('', 1, 'no') } },
    ({ macCameras }) => macCameras,
    'failed with 1',
  ],
  [
    'system_profiler prints half of its JSON',
    { commands: { system_profiler: printed('{ "SPCameraDataType" : [ {') } },
    ({ macCameras }) => macCameras,
    'not JSON',
  ],
  [
    'system_profiler prints text',
    { commands: { system_profiler: printed('Camera:\n\n    FaceTime HD Camera:\n') } },
    ({ macCameras }) => macCameras,
    'not JSON',
  ],
  [
    'system_profiler prints a list',
    { commands: { system_profiler: printed('[]') } },
    ({ macCameras }) => macCameras,
    'system_profiler',
  ],
  [
    'system_profiler prints other keys for cameras',
    {
      commands: { 'system_profiler SPCameraDataType': printed('{"SPCameraDataType":[{"_nom":"Caméra FaceTime HD"}]}') },
    },
    ({ macCameras }) => macCameras,
    'in a form that is not known',
  ],
  [
    'system_profiler prints other keys for sound',
    {
      commands: {
        'system_profiler SPAudioDataType': printed(
          '{"SPAudioDataType":[{"_name":"x","_items":[{"_nom":"Micro","entrée":1}]}]}',
        ),
      },
    },
    ({ macAudioInputs }) => macAudioInputs,
    'in no known form',
  ],
  [
    'system_profiler tells no channels of the only sound device',
    { commands: { 'system_profiler SPAudioDataType': printed(soundOf([USB_SOUND])) } },
    ({ macAudioInputs }) => macAudioInputs,
    'in no known form',
  ],
  [
    'system_profiler tells no channels of the sound device beside the speakers',
    { commands: { 'system_profiler SPAudioDataType': printed(soundOf([USB_SOUND, SPEAKERS])) } },
    ({ macAudioInputs }) => macAudioInputs,
    'in no known form',
  ],
  [
    'system_profiler lists no sound device at all',
    { commands: { 'system_profiler SPAudioDataType': printed(soundOf([])) } },
    ({ macAudioInputs }) => macAudioInputs,
    'in no known form',
  ],
  [
    'system_profiler lists sound devices without end',
    {
      commands: {
        'system_profiler SPAudioDataType': printed(soundOf(wide(90, wide(90, wide(90, { _name: 'x' }))))),
      },
    },
    ({ macAudioInputs }) => macAudioInputs,
    'more sound devices than any Mac has',
  ],
  [
    'system_profiler tells of sound where cameras were asked for',
    { commands: { 'system_profiler SPCameraDataType': printed('{"SPAudioDataType":[]}') } },
    ({ macCameras }) => macCameras,
    'which cameras there are',
  ],
  [
    'system_profiler leaves sound out',
    { commands: { 'system_profiler SPAudioDataType': printed('{}') } },
    ({ macAudioInputs }) => macAudioInputs,
    'SPAudioDataType',
  ],
  [
    'system_profiler nests without end',
    {
      commands: {
        'system_profiler SPAudioDataType': printed(
          `{"SPAudioDataType":${'[{"_items":'.repeat(500)}[]${'}]'.repeat(500)}}`,
        ),
      },
    },
    ({ macAudioInputs }) => macAudioInputs,
    'deeper than is known',
  ],
  [
    'system_profiler hangs',
    { commands: { system_profiler: new Promise<Ran>(() => {}) } },
    ({ macCameras }) => macCameras,
    'no answer within 100 ms',
  ],
  [
    'osascript is refused',
    { commands: { osascript: printed('', 1, 'execution error: Not authorized (-1743)') } },
    ({ macInputVolume }) => macInputVolume,
    'failed with 1 (-1743)',
  ],
  [
    'osascript prints no number',
    { commands: { osascript: printed('laut\n') } },
    ({ macInputVolume }) => macInputVolume,
    'no level',
  ],
  ...['', '\n', '0x0', '0e1', '-0', '0.0'].map(
    (said): BadRow => [
      `osascript prints ${JSON.stringify(said)}`,
      { commands: { osascript: printed(said) } },
      ({ macInputVolume }) => macInputVolume,
      'no level',
    ],
  ),
  [
    'osascript prints too much',
    { commands: { osascript: printed('101\n') } },
    ({ macInputVolume }) => macInputVolume,
    'no level',
  ],
  [
    'ioreg says something else',
    { commands: { ioreg: printed('"AppleClamshellState" = 3\n') } },
    ({ macLid }) => macLid,
    'neither Yes nor No',
  ],
  [
    'profiles says something else',
    { commands: { profiles: printed('Registrierung: Ja\n') } },
    ({ macEnrolment }) => macEnrolment,
    'does not say',
  ],
  [
    'systemextensionsctl says something else',
    { commands: { systemextensionsctl: printed('nope\n') } },
    ({ macCameraExtensions }) => macCameraExtensions,
    'unknown form',
  ],
];

describe('bad input on macOS', () => {
  test.each(ROWS)('%s: it is unreadable, and says why', async (_what, bad, look, why) => {
    const { readings } = await read(bad);
    expect(look(readings)).toMatchObject({ kind: 'unreadable', why: expect.stringContaining(why) });
  });

  test.each(ROWS)('%s: nobody is told that a device is refused', async (_what, bad) => {
    const { findings } = diagnose(await read(bad));
    expect(findings.filter(({ certainty }) => certainty !== 'possible')).toEqual([]);
  });
});

describe('what macOS says', () => {
  test('of cameras may be nothing where there is none', async () => {
    const { readings } = await read({ commands: { 'system_profiler SPCameraDataType': printed('{}') } });
    expect(readings.macCameras).toEqual(value([]));
  });

  test('of sound devices without channels does not hide those that have some', async () => {
    const heard = { ...USB_SOUND, coreaudio_device_input: 1, coreaudio_default_audio_input_device: 'spaudio_yes' };
    const { readings } = await read({
      commands: {
        'system_profiler SPAudioDataType': printed(soundOf([{ ...USB_SOUND, _name: 'y' }, heard, SPEAKERS])),
      },
    });
    expect(readings.macAudioInputs).toMatchObject(value([{ name: 'USB Audio', isDefault: true }]));
  });

  test('is no missing value for zero', async () => {
    const { readings } = await read({ commands: { osascript: printed('missing value\n') } });
    expect(readings.macInputVolume).toEqual(absent);
  });

  test.each([
    ['19.6.0', '10.15.7', '10.15', '10.15.7'],
    ['20.6.0', '10.16', '11', '11'],
    ['22.1.0', '10.16', '13', '13'],
    ['24.6.0', '15.7', '15', '15.7'],
    ['25.2.0', '16.2', '26', '26.2'],
    ['25.0.0', '26.0', '26', '26.0'],
    ['26.0.0', '27.0', '27', '27.0'],
  ])('of kernel %s and version %s is macOS %s', async (release, said, wanted, exact) => {
    const { readings } = await read({ release, files: { [VERSION]: bytes(build({ ProductVersion: said })) } });
    expect(readings.macVersion).toMatchObject(
      value({ darwin: Number.parseInt(release, 10), release: wanted, product: value(exact) }),
    );
  });

  test.each([12, 13, 17, 19, 7] as const)('in a database of %i columns is read by their names', async (columns) => {
    const rows = [
      { client: 'com.google.chrome', decided: 0 },
      { client: 'us.zoom.xos', decided: 2 },
    ];
    const { readings } = await read({ files: { [USER]: bytes(tccDatabase(columns, rows)) } });
    const reason = columns < 13 ? absent : value('user');
    expect(user(readings)).toEqual(
      value([{ client: 'com.google.Chrome', medium: 'camera', decision: 'denied', reason }]),
    );
  });

  test('of extensions that are no cameras is left out', async () => {
    const list = [
      '2 extension(s)',
      '--- com.apple.system_extension.cmio (Go to Settings)',
      'enabled\tactive\tteamID\tbundleID (version)\tname\t[state]',
      '\t*\t2MMRE5MTB8\tcom.obsproject.obs-studio.mac-camera-extension (32.1/1)\tOBS Virtual Camera\t[activated waiting for user]',
      '--- com.apple.system_extension.network_extension',
      'enabled\tactive\tteamID\tbundleID (version)\tname\t[state]',
      '*\t*\tABCDE12345\tcom.example.vpn (1.0/1)\tVPN\t[activated enabled]',
    ];
    const { readings } = await read({ commands: { systemextensionsctl: printed(`${list.join('\n')}\n`) } });
    expect(readings.macCameraExtensions).toEqual(
      value([{ bundleId: 'com.obsproject.obs-studio.mac-camera-extension', state: 'waiting-for-user' }]),
    );
  });

  test('of extensions in a line without end is left out, and at once', async () => {
    const head = '1 extension(s)\n--- com.apple.system_extension.cmio\n';
    const { readings } = await read({
      commands: {
        systemextensionsctl: printed(`${head}${'\ta (b)\t['.repeat(60_000)}\n${'\ta (b)\t['.repeat(200)}\n`),
      },
    });
    expect(readings.macCameraExtensions).toEqual(value([]));
  });

  const restricts = (allowed: boolean) => bytes(build({ allowCamera: allowed }));
  test.each([
    ['the person and not the computer', restricts(false), restricts(true), OWN_RESTRICTIONS],
    ['the computer and not the person', restricts(true), restricts(false), RESTRICTIONS],
    ['the computer, where what is for the person cannot be read', unreadable('x'), restricts(false), RESTRICTIONS],
    ['the person, where what is for the computer is broken', restricts(false), bytes('?'), OWN_RESTRICTIONS],
  ])('is that the camera is off where it is for %s', async (_whom, own, all, from) => {
    const { readings } = await read({ files: { [OWN_RESTRICTIONS]: own, [RESTRICTIONS]: all } });
    expect(allowCamera(readings)).toEqual(value({ from, allowed: false }));
  });

  test('of a device that people name keeps no name', async () => {
    const facts = await gather(await openMachine('macos-26-headset-silent'), {
      site: null,
      probes: await loadProbes('darwin'),
    });
    const phone = await gather(await openMachine('macos-13-healthy-phone-as-camera'), {
      site: null,
      probes: await loadProbes('darwin'),
    });
    expect(JSON.stringify([facts, phone])).not.toContain('Anna');
  });

  test.each(['aggregate', 'virtual', 'bluetooth', 'continuity_capture', 'airplay', 'unheard_of'])(
    'of a sound input that is %s keeps no name',
    async (transport) => {
      const named = {
        _name: 'Anna’s set',
        coreaudio_device_input: 1,
        coreaudio_device_transport: `coreaudio_device_type_${transport}`,
      };
      const { readings } = await read({ commands: { 'system_profiler SPAudioDataType': printed(soundOf([named])) } });
      expect(readings.macAudioInputs).toMatchObject(value([{ name: '' }]));
    },
  );

  test.each([
    ['Anna’s camera', ''],
    ['FaceTime HD Camera of Anna', ''],
    ['UVC Camera VendorID_1133 ProductID_2075', 'UVC Camera VendorID_1133 ProductID_2075'],
    ['FaceTime HD Camera', 'FaceTime HD Camera'],
    ['FaceTime HD Camera (Built-in)', 'FaceTime HD Camera (Built-in)'],
  ])('of a camera’s model %s keeps what is known to be one', async (said, model) => {
    const camera = { _name: 'x', 'spcamera_model-id': said, 'spcamera_unique-id': '0x1' };
    const { readings } = await read({
      commands: { 'system_profiler SPCameraDataType': printed(JSON.stringify({ SPCameraDataType: [camera] })) },
    });
    expect(readings.macCameras).toMatchObject(value([{ model }]));
  });

  test('of a tablet as a camera is that it comes from elsewhere', async () => {
    const camera = { _name: 'x', 'spcamera_model-id': 'iPad8,4', 'spcamera_unique-id': '0x1' };
    const { readings } = await read({
      commands: { 'system_profiler SPCameraDataType': printed(JSON.stringify({ SPCameraDataType: [camera] })) },
    });
    expect(readings.macCameras).toEqual(value([{ model: 'iPad8,4', kind: 'continuity' }]));
  });

  test('of other people’s apps leaves nothing in the facts', async () => {
    const facts = await gather(await openMachine('macos-15-healthy-plain'), {
      site: null,
      probes: await loadProbes('darwin'),
    });
    expect(JSON.stringify(facts)).not.toMatch(/zoom|com\.apple\.Terminal/i);
  });

  test('by a name that is no name of a program is not kept', async () => {
    const { readings } = await read({ env: { __CFBundleIdentifier: '/Users/anna/My App' } });
    expect(readings.macIdentity).toMatchObject(value({ own: false, startedFrom: { kind: 'unreadable' } }));
  });
});

describe('a TCC.db that somebody else has open', () => {
  async function whileHeld(hold: string): Promise<Reading<unknown> | undefined> {
    const home = await mkdtemp(join(tmpdir(), 'capture-doctor-tcc-'));
    const file = join(home, TCC);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, tccDatabase(17, [{ client: 'com.google.Chrome', decided: 0 }]));
    const { DatabaseSync } = await import('node:sqlite');
    const holder = new DatabaseSync(file);
    try {
      holder.exec(hold);
      const machine = { ...(await withBad({})), home: value(home), files: realFiles(value(home), 'darwin') };
      return user((await gather(machine, { site: null, probes: await loadProbes('darwin') })).readings);
    } finally {
      holder.close();
      await rm(home, { recursive: true });
    }
  }

  test('is read past the lock, as no other program would be let', async () => {
    expect(await whileHeld('BEGIN EXCLUSIVE')).toMatchObject({ kind: 'value', value: [{ decision: 'denied' }] });
  });

  test('and is half written is unreadable', async () => {
    const places = Array.from({ length: 50 }, (_, place) => place);
    // More than its cache holds, so that it has to put a part of the transaction into the file.
    const fill = `PRAGMA cache_size = 1; BEGIN EXCLUSIVE; INSERT INTO policies SELECT value, hex(randomblob(200)), '', '' FROM json_each('[${places}]')`;
    expect(await whileHeld(fill)).toMatchObject({ kind: 'unreadable', why: expect.stringContaining('being written') });
  });
});

test('commands are the system’s own, by their whole path', async () => {
  const asked: string[] = [];
  const machine = await withBad({});
  const noting: Machine = {
    ...machine,
    run: (command, limit) => {
      asked.push(command[0]);
      return machine.run(command, limit);
    },
  };
  await gather(noting, { site: null, probes: await loadProbes('darwin') });
  expect([...new Set(asked)].sort()).toEqual([
    '/usr/bin/osascript',
    '/usr/bin/profiles',
    '/usr/bin/systemextensionsctl',
    '/usr/sbin/ioreg',
    '/usr/sbin/system_profiler',
  ]);
  expect([CAMERA_COMMAND, AUDIO_COMMAND].every(([program]) => program.startsWith('/usr/sbin/'))).toBe(true);
});

test('no command is started here that is not there', async () => {
  if (process.platform === 'darwin') return;
  expect(await runCommand(CAMERA_COMMAND, { milliseconds: 1_000, bytes: 1_000 })).toEqual(absent);
});

test('the bundle id of the app is that of its package', async () => {
  const { OWN_CLIENT } = await import('../../../../core/mac-clients.ts');
  const packaging = await readFile(new URL('../../../../electron-builder.yml', import.meta.url), 'utf8');
  expect(packaging).toContain(`appId: ${OWN_CLIENT}\n`);
});
