import type { Readings } from '../../../../../../core/facts/facts.ts';
import { absent, type Reading, value } from '../../../../../../core/reading.ts';
import {
  failed,
  macRows,
  managed,
  NO,
  OF_CHROME,
  OF_FIREFOX,
  OWN,
  own,
  SEEN,
  SOUND,
  startedFrom,
  test,
  UNMANAGED,
} from './short.ts';

const APP = 'dev.capture-doctor.app';
const BY_SYSTEM = failed('NotAllowedError', 'Permission denied by system');
const USB_CAMERA: Readings = { macCameras: value([{ model: 'UVC Camera', kind: 'usb' }]) };

function overrides(client: string, camera: boolean): Readings {
  const laidDown = { client, camera: value(camera), microphone: absent };
  return { macManagement: value({ overrides: value([laidDown]), allowCamera: absent }) };
}

function twice(client: string, ...cameras: readonly Reading<boolean>[]): Readings {
  const laidDown = cameras.map((camera) => ({ client, camera, microphone: absent }));
  return { macManagement: value({ overrides: value(laidDown), allowCamera: absent }) };
}

const UNREAD: Readings = { macManagement: value({ overrides: NO, allowCamera: absent }) };
const RESTRICTIONS_UNREAD: Readings = { macManagement: value({ overrides: absent, allowCamera: NO }) };

function allowCamera(allowed: boolean): Readings {
  const from = '/Library/Managed Preferences/com.apple.applicationaccess.plist';
  return { macManagement: value({ overrides: absent, allowCamera: value({ from, allowed }) }) };
}

export const MAC_MANAGEMENT_ROWS = macRows([
  ['macos.managed-deny', 'no profile says anything', UNMANAGED, [], OF_CHROME],
  [
    'macos.managed-deny',
    'a profile refuses the browser',
    overrides('com.google.Chrome', false),
    ['macos.managed-deny certain'],
    OF_CHROME,
  ],
  [
    'macos.managed-deny',
    'it refuses the camera alone',
    overrides('com.google.Chrome', false),
    [],
    { ...OF_CHROME, ...SOUND },
  ],
  ['macos.managed-deny', 'it refuses another browser', overrides('org.mozilla.firefox', false), [], OF_CHROME],
  ['macos.managed-deny', 'it allows the browser, which it cannot', overrides('com.google.Chrome', true), [], OF_CHROME],
  ['macos.managed-deny', 'a profile refuses the app', overrides(APP, false), ['macos.managed-deny certain'], OWN],
  ...[[true, false] as const, [false, true] as const].map(
    ([first, second]) =>
      [
        'macos.managed-deny',
        `it names the browser twice: ${first}, ${second}`,
        twice('com.google.Chrome', value(first), value(second)),
        ['macos.managed-deny certain'],
        OF_CHROME,
      ] as const,
  ),
  [
    'macos.managed-deny',
    'it names the browser twice, once in a form that is not known',
    twice('com.google.Chrome', NO, value(false)),
    ['macos.managed-deny certain'],
    OF_CHROME,
  ],
  [
    'macos.managed-deny',
    'it names the browser twice, without a refusal and once in a form that is not known',
    twice('com.google.Chrome', value(true), NO),
    ['undetermined'],
    OF_CHROME,
  ],
  [
    'macos.screen-time',
    'a profile names the app twice and refuses it once',
    { ...own('restricted'), ...twice(APP, value(true), value(false)) },
    [],
    OWN,
  ],
  ['macos.managed-deny', 'the profiles cannot be read', UNREAD, ['undetermined'], OF_CHROME],
  ['macos.managed-deny', 'they cannot be read and macOS lets the app in', { ...UNREAD, ...own('authorized') }, [], OWN],
  [
    'macos.managed-deny',
    'they cannot be read and macOS refuses the app',
    { ...UNREAD, ...own('denied') },
    ['macos.managed-deny possible'],
    OWN,
  ],
  [
    'macos.managed-deny',
    'neither they nor macOS’ answer can be read',
    { ...UNREAD, ...own(null, null) },
    ['undetermined'],
    OWN,
  ],
  [
    'macos.managed-deny',
    'what it says of the browser means nothing',
    {
      macManagement: value({
        overrides: value([{ client: 'com.google.Chrome', camera: NO, microphone: NO }]),
        allowCamera: absent,
      }),
    },
    ['undetermined'],
    OF_CHROME,
  ],

  ['macos.managed-camera-off', 'nothing is laid down', UNMANAGED, [], OF_CHROME],
  ['macos.managed-camera-off', 'it is allowed', allowCamera(true), [], OF_CHROME],
  [
    'macos.managed-camera-off',
    'it is off on a managed Mac',
    { ...allowCamera(false), ...managed(true) },
    ['macos.managed-camera-off certain'],
    OF_CHROME,
  ],
  [
    'macos.managed-camera-off',
    'it is off on a Mac that is not managed',
    { ...allowCamera(false), ...managed(false) },
    ['macos.managed-camera-off likely'],
    OWN,
  ],
  [
    'macos.managed-camera-off',
    'it is off, and who manages it is not known',
    allowCamera(false),
    ['macos.managed-camera-off likely'],
    OWN,
  ],
  [
    'macos.managed-camera-off',
    'it is off, and the app has a picture all the same',
    { ...allowCamera(false), ...managed(true), ...test('this-app', SEEN) },
    ['macos.managed-camera-off possible'],
    OF_CHROME,
  ],
  ['macos.managed-camera-off', 'the restrictions cannot be read', RESTRICTIONS_UNREAD, ['undetermined'], OF_CHROME],

  ['macos.screen-time', 'the app is let in', { ...own('authorized'), ...UNMANAGED }, [], OWN],
  [
    'macos.screen-time',
    'the app is restricted and no profile says why',
    { ...own('restricted'), ...UNMANAGED },
    ['macos.screen-time likely'],
    OWN,
  ],
  [
    'macos.screen-time',
    'the profiles cannot be read on a managed Mac',
    { ...own('restricted'), ...UNREAD, ...managed(true) },
    ['macos.managed-deny possible', 'macos.screen-time possible', 'undetermined'],
    OWN,
  ],
  [
    'macos.screen-time',
    'the profiles cannot be read on a Mac that is not managed',
    { ...own('restricted'), ...UNREAD, ...managed(false) },
    ['macos.screen-time likely'],
    OWN,
  ],
  [
    'macos.screen-time',
    'the restrictions cannot be read on a managed Mac',
    { ...own('restricted'), ...RESTRICTIONS_UNREAD, ...managed(true) },
    ['macos.managed-camera-off possible', 'macos.screen-time possible', 'undetermined'],
    OWN,
  ],
  [
    'macos.screen-time',
    'the restrictions cannot be read on a Mac that is not managed',
    { ...own('restricted'), ...RESTRICTIONS_UNREAD, ...managed(false) },
    ['macos.screen-time likely'],
    OWN,
  ],
  [
    'macos.screen-time',
    'the restrictions switch the camera off',
    { ...own('restricted'), ...allowCamera(false) },
    [],
    OWN,
  ],
  ['macos.screen-time', 'a profile refuses the app', { ...own('restricted'), ...overrides(APP, false) }, [], OWN],
  [
    'macos.screen-time',
    'a terminal is restricted',
    { ...own('restricted'), ...UNMANAGED, ...startedFrom('com.apple.Terminal') },
    ['macos.screen-time possible', 'undetermined'],
    OWN,
  ],
  [
    'macos.screen-time',
    'the microphone is restricted, for which it has no switch',
    {
      ...UNMANAGED,
      macPermissions: value({
        camera: { asked: value('authorized'), electron: absent },
        microphone: { asked: value('restricted'), electron: absent },
      }),
    },
    ['macos.screen-time possible', 'undetermined'],
    { ...OWN, ...SOUND },
  ],
  [
    'macos.screen-time',
    'a browser may meet it too',
    { ...own('restricted'), ...UNMANAGED },
    ['macos.screen-time possible'],
    OF_CHROME,
  ],
  [
    'macos.screen-time',
    'Firefox finds no camera where the app is restricted',
    { ...own('restricted'), ...UNMANAGED, ...USB_CAMERA, ...test('firefox', failed('NotFoundError')) },
    ['macos.screen-time likely'],
    OF_FIREFOX,
  ],
  [
    'macos.screen-time',
    'Chromium says that the system denied it where the app is restricted',
    { ...own('restricted'), ...UNMANAGED, ...test('chrome', BY_SYSTEM) },
    ['macos.screen-time likely'],
    OF_CHROME,
  ],
  [
    'macos.screen-time',
    'Chromium says that the person denied it where the app is restricted',
    { ...own('restricted'), ...UNMANAGED, ...test('chrome', failed('NotAllowedError', 'Permission denied')) },
    ['macos.screen-time possible'],
    OF_CHROME,
  ],
  [
    'macos.screen-time',
    'Chromium is refused by the system where a terminal is restricted',
    {
      ...own('restricted'),
      ...UNMANAGED,
      ...startedFrom('com.apple.Terminal'),
      ...test('chrome', BY_SYSTEM),
    },
    ['macos.screen-time possible'],
    OF_CHROME,
  ],
  [
    'macos.screen-time',
    'Chromium is refused by the system, and the profiles cannot be read',
    { ...own('restricted'), ...UNREAD, ...managed(true), ...test('chrome', BY_SYSTEM) },
    ['macos.screen-time possible'],
    OF_CHROME,
  ],
]);
