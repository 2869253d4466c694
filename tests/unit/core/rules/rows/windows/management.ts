import { unreadable, value } from '../../../../../../core/reading.ts';
import { answer, DENY, denyBut, ENABLED, NO_POLICY, PACKAGED, policy, SOUND, STORE, windowsRows } from './short.ts';

export const WINDOWS_MANAGEMENT_ROWS = windowsRows([
  ['windows.app-policy', 'there is none', policy({}), []],
  ['windows.app-policy', 'it denies', policy({ group: DENY }), ['windows.policy-denies-apps likely']],
  [
    'windows.app-policy',
    'it denies and Windows says yes',
    { ...policy({ mdm: DENY }), ...answer('granted') },
    ['windows.policy-denies-apps possible'],
  ],
  [
    'windows.app-policy',
    'management allows what Group Policy denies',
    policy({ group: DENY, mdm: { ...NO_POLICY, all: value('allow') } }),
    [],
  ],
  ['windows.app-policy', 'it is no number', policy({ group: { ...DENY, all: unreadable('x') } }), ['undetermined']],
  [
    'windows.app-policy',
    'it denies, for a package',
    { ...policy({ group: DENY }), browsers: STORE },
    ['windows.policy-denies-apps certain'],
    PACKAGED,
  ],
  [
    'windows.app-policy',
    'it allows the package',
    { ...policy({ group: denyBut('forceAllow') }), browsers: STORE },
    [],
    PACKAGED,
  ],
  [
    'windows.app-policy',
    'it lets the person decide for the package',
    { ...policy({ group: denyBut('userInControl') }), browsers: STORE },
    [],
    PACKAGED,
  ],
  [
    'windows.app-policy',
    'it denies the package',
    { ...policy({ group: denyBut('forceDeny') }), browsers: STORE },
    ['windows.policy-denies-this-app certain'],
    PACKAGED,
  ],
  [
    'windows.camera-policy',
    'cameras are off',
    policy({}, { group: false }),
    ['windows.policy-disables-camera certain'],
  ],
  [
    'windows.camera-policy',
    'management turns them off',
    policy({}, { mdm: false }),
    ['windows.policy-disables-camera certain'],
  ],
  ['windows.camera-policy', 'cameras are on', policy({}, { group: true }), []],
  ['windows.services', 'all are enabled or not there', { windowsServices: value(ENABLED) }, []],
  [
    'windows.services',
    'the frame server is disabled',
    { windowsServices: value({ ...ENABLED, FrameServer: value('disabled') }) },
    ['windows.camera-service-disabled certain'],
  ],
  [
    'windows.services',
    'sound is disabled',
    { windowsServices: value({ ...ENABLED, Audiosrv: value('disabled') }) },
    ['windows.audio-service-disabled certain'],
    SOUND,
  ],
]);
