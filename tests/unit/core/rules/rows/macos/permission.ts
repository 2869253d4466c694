import { absent, value } from '../../../../../../core/reading.ts';
import { consent, failed, fresh, macRows, NO, OWN, own, row, startedFrom, test } from './short.ts';

const REFUSED = { asked: value('denied' as const), electron: absent };
const GRANTED = { ownDecisions: value([{ medium: 'camera' as const, granted: true }]) };
const APP = 'dev.capture-doctor.app';

export const MAC_PERMISSION_ROWS = macRows([
  ['macos.own-permission', 'macOS lets it in', own('authorized'), [], OWN],
  ['macos.own-permission', 'nobody has answered yet', own('not-determined'), ['macos.not-asked certain'], OWN],
  ['macos.own-permission', 'it is refused', own('denied'), ['macos.denied certain'], OWN],
  ['macos.own-permission', 'it is restricted, which management judges', own('restricted'), [], OWN],
  [
    'macos.own-permission',
    'the package did not load and Electron says no',
    own(null, 'denied'),
    ['macos.denied certain'],
    OWN,
  ],
  ['macos.own-permission', 'nothing answers', own(null, null), ['undetermined'], OWN],
  ['macos.own-permission', 'the two answers differ', own('authorized', 'denied'), ['undetermined'], OWN],
  [
    'macos.own-permission',
    'the two answers differ and a new process decides',
    { ...own('authorized', 'denied'), ...fresh('denied') },
    ['macos.denied certain'],
    OWN,
  ],
  [
    'macos.own-permission',
    'a new process is let in and this one is not',
    { ...own('denied'), ...fresh('authorized') },
    ['macos.stale-process certain'],
    OWN,
  ],
  [
    'macos.own-permission',
    'a new process is refused and this one is not',
    { ...own('authorized'), ...fresh('denied') },
    ['macos.denied certain'],
    OWN,
  ],
  [
    'macos.own-permission',
    'no new process could be asked',
    { ...own('denied'), macFreshPermissions: NO },
    ['macos.denied certain'],
    OWN,
  ],
  [
    'macos.own-permission',
    'it is on in the settings and refused',
    { ...own('denied'), ...consent([row(APP, 'allowed')]) },
    ['macos.signature-mismatch likely'],
    OWN,
  ],
  [
    'macos.own-permission',
    'one database allows it and the other denies it',
    { ...own('denied'), ...consent([row(APP, 'allowed')], [row(APP, 'denied')]) },
    ['macos.denied certain'],
    OWN,
  ],
  [
    'macos.own-permission',
    'a terminal is refused',
    { ...own('denied'), ...startedFrom('com.apple.Terminal') },
    ['undetermined'],
    OWN,
  ],
  [
    'macos.own-permission',
    'a terminal was not asked',
    { ...own('not-determined'), ...startedFrom('com.apple.Terminal') },
    ['undetermined'],
    OWN,
  ],
  [
    'macos.own-permission',
    'a terminal is let in',
    { ...own('authorized'), ...startedFrom('com.apple.Terminal') },
    [],
    OWN,
  ],
  [
    'macos.own-permission',
    'nothing tells in whose name a command is refused',
    { macPermissions: value({ camera: REFUSED, microphone: REFUSED }) },
    ['undetermined'],
    OWN,
  ],
  [
    'macos.own-permission',
    'macOS says yes and the app’s window is refused',
    { ...own('authorized'), ...GRANTED, ...test('this-app', failed('NotAllowedError', 'Permission denied')) },
    ['macos.signature-mismatch likely'],
    OWN,
  ],
  [
    'macos.own-permission',
    'the app itself refused its window',
    {
      ...own('authorized'),
      ownDecisions: value([{ medium: 'camera', granted: false }]),
      ...test('this-app', failed('NotAllowedError')),
    },
    [],
    OWN,
  ],
  [
    'macos.own-permission',
    'a browser shows the app’s page and refuses it',
    { ...own('authorized'), ownDecisions: absent, ...test('this-app', failed('NotAllowedError')) },
    [],
    OWN,
  ],
  [
    'capture.outcome',
    'macOS refuses the app’s window',
    { macVersion: NO, ...GRANTED, ...test('this-app', failed('NotAllowedError')) },
    [],
    OWN,
  ],
  ['macos.own-permission', 'it is a browser that is asked about', own('denied'), [], { subject: 'chrome' }],

  ['macos.terminal-identity', 'it was started as an app', startedFrom(null), [], OWN],
  [
    'macos.terminal-identity',
    'it was started in a terminal',
    startedFrom('com.apple.Terminal'),
    ['macos.terminal-identity certain'],
    OWN,
  ],
  [
    'macos.terminal-identity',
    'the sign may be left over',
    startedFrom('tmux', false),
    ['macos.terminal-identity likely'],
    OWN,
  ],
  [
    'macos.terminal-identity',
    'it is a browser that is asked about',
    startedFrom('com.apple.Terminal'),
    [],
    { subject: 'chrome' },
  ],
]);
