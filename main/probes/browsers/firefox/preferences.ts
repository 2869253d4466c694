import type { FirefoxPreferences } from '../../../../core/facts/firefox.ts';
import type { Medium } from '../../../../core/medium.ts';
import { absent, type Reading, thenReading, unreadable, value } from '../../../../core/reading.ts';
import type { Machine } from '../../../machine/machine.ts';
import { type PreferenceValue, parsePreferences } from '../../../parse/mozilla-preferences.ts';

const LIMIT = 16 * 1024 * 1024;

const SETTINGS: Readonly<Record<number, 'ask' | 'allow' | 'block'>> = { 0: 'ask', 1: 'allow', 2: 'block' };

/** The preferences that bear on capture; no other leaves the file. */
export const CAPTURE_PREFERENCES: ReadonlySet<string> = new Set([
  ...['permissions.default.camera', 'permissions.default.microphone'],
  ...['media.getusermedia.camera.deny', 'media.getusermedia.microphone.deny'],
  ...['media.navigator.enabled', 'media.peerconnection.enabled'],
  ...['media.navigator.permission.disabled', 'media.navigator.streams.fake'],
]);

interface Held {
  readonly file: string;
  readonly value: PreferenceValue;
}

/**
 * What a Firefox profile has set about capture: `prefs.js`, which Firefox writes at once, and over it `user.js`, which
 * it applies anew at every start. What is not there has Firefox’s own value, or a policy’s.
 *
 * @see https://kb.mozillazine.org/User.js_file
 */
export async function readPreferences(machine: Machine, profileFolder: string): Promise<Reading<FirefoxPreferences>> {
  const held = new Map<string, Held>();
  let written: { file: string; at: Date } | null = null;
  for (const name of ['prefs.js', 'user.js']) {
    const file = `${profileFolder}/${name}`;
    const status = await machine.files.status(file);
    const bytes = await machine.files.read(file, LIMIT);
    const found = thenReading(bytes, (content) => parsePreferences(file, content, CAPTURE_PREFERENCES));
    if (found.kind === 'unreadable') return found;
    if (status.kind === 'unreadable') return status;
    if (found.kind === 'absent' || status.kind === 'absent') continue;
    for (const [preference, of] of found.value) held.set(preference, { file, value: of });
    written ??= { file, at: status.value.modifiedAt };
  }
  return written === null ? absent : value(summarise(written.file, written.at, held));
}

function summarise(file: string, writtenAt: Date, held: ReadonlyMap<string, Held>): FirefoxPreferences {
  const medium = (name: Medium): FirefoxPreferences[Medium] => ({
    byDefault: settingOf(held, `permissions.default.${name}`),
    refused: booleanOf(held, `media.getusermedia.${name}.deny`),
  });
  return {
    file,
    writtenAt: writtenAt.toISOString(),
    mediaDevices: mediaDevicesOf(held),
    withoutAsking: booleanOf(held, 'media.navigator.permission.disabled'),
    standIns: booleanOf(held, 'media.navigator.streams.fake'),
    camera: medium('camera'),
    microphone: medium('microphone'),
  };
}

/** Pages lose `navigator.mediaDevices` only where both of these are off; either alone changes nothing. */
function mediaDevicesOf(held: ReadonlyMap<string, Held>): Reading<boolean> {
  const navigator = booleanOf(held, 'media.navigator.enabled');
  const connection = booleanOf(held, 'media.peerconnection.enabled');
  if (navigator.kind === 'unreadable') return navigator;
  if (connection.kind === 'unreadable') return connection;
  if (navigator.kind === 'absent' && connection.kind === 'absent') return absent;
  const isOff = (reading: Reading<boolean>): boolean => reading.kind === 'value' && !reading.value;
  return value(!(isOff(navigator) && isOff(connection)));
}

function settingOf(held: ReadonlyMap<string, Held>, name: string): Reading<'ask' | 'allow' | 'block'> {
  return thenReading(heldOf(held, name), (of) => {
    const setting = typeof of.value === 'number' ? SETTINGS[of.value] : undefined;
    return setting === undefined ? unreadable(`${of.file}: ${name} is not a setting`) : value(setting);
  });
}

function booleanOf(held: ReadonlyMap<string, Held>, name: string): Reading<boolean> {
  return thenReading(heldOf(held, name), (of) =>
    typeof of.value === 'boolean' ? value(of.value) : unreadable(`${of.file}: ${name} is not true or false`),
  );
}

function heldOf(held: ReadonlyMap<string, Held>, name: string): Reading<Held> {
  const found = held.get(name);
  return found === undefined ? absent : value(found);
}
