import type { MacOwnPermission, MacPermission } from '../../../core/facts/macos.ts';
import type { Medium } from '../../../core/medium.ts';
import { type Reading, thenReading, unreadable, value } from '../../../core/reading.ts';
import type { Machine } from '../../machine/machine.ts';
import { defineProbe } from '../probe.ts';

/**
 * The same answer in two spellings: that of node-mac-permissions, and that of Electron.
 *
 * @see https://developer.apple.com/documentation/avfoundation/avauthorizationstatus
 * @see https://www.electronjs.org/docs/latest/api/system-preferences
 */
const PACKAGE: Readonly<Record<string, MacPermission>> = {
  authorized: 'authorized',
  denied: 'denied',
  restricted: 'restricted',
  'not determined': 'not-determined',
};
const ELECTRON: Readonly<Record<string, MacPermission>> = {
  granted: 'authorized',
  denied: 'denied',
  restricted: 'restricted',
  'not-determined': 'not-determined',
};

export const macPermissions = defineProbe({
  fact: 'macPermissions',
  on: ['darwin'],
  speed: 'fast',
  read: async (machine) => value({ camera: readOwn(machine, 'camera'), microphone: readOwn(machine, 'microphone') }),
});

function readOwn({ native }: Machine, medium: Medium): MacOwnPermission {
  return {
    asked: thenReading(native.macPermission(medium), (status) => known(PACKAGE, status, 'node-mac-permissions')),
    electron: thenReading(native.mediaAccess(medium), (status) => known(ELECTRON, status, 'Electron')),
  };
}

/** `limited` is for photos alone, and `unknown` says itself that it is no answer. */
function known(names: Readonly<Record<string, MacPermission>>, status: string, from: string): Reading<MacPermission> {
  const permission = Object.hasOwn(names, status) ? names[status] : undefined;
  return permission === undefined ? unreadable(`${from}: it gave an answer that is not known`) : value(permission);
}

/**
 * A process may go on being told what was true when it started, so a new one is asked as well.
 *
 * @see https://github.com/electron/electron/pull/42203
 */
export const macFreshPermissions = defineProbe({
  fact: 'macFreshPermissions',
  on: ['darwin'],
  speed: 'slow',
  read: async ({ native }) =>
    thenReading(await native.freshMacPermissions(), ({ camera, microphone }) =>
      value({
        camera: known(PACKAGE, camera, 'a new process'),
        microphone: known(PACKAGE, microphone, 'a new process'),
      }),
    ),
});
