import { describe, expect, test } from 'vitest';
import { absent, unreadable, value } from '../../../../../core/reading.ts';
import { readPreferences } from '../../../../../main/probes/browsers/firefox/preferences.ts';
import { machineWith } from './machine-with.ts';

const read = async (files: Parameters<typeof machineWith>[0]) => readPreferences(await machineWith(files), 'p');
const pref = (name: string, held: unknown): string => `user_pref("${name}", ${JSON.stringify(held)});\n`;

describe('the preferences of a Firefox profile', () => {
  test.each([
    [
      '2 for the camera',
      pref('permissions.default.camera', 2),
      { camera: { byDefault: value('block') }, microphone: { byDefault: absent } },
    ],
    ['1 for the microphone', pref('permissions.default.microphone', 1), { microphone: { byDefault: value('allow') } }],
    ['0', pref('permissions.default.camera', 0), { camera: { byDefault: value('ask') } }],
    [
      '7',
      pref('permissions.default.camera', 7),
      { camera: { byDefault: unreadable('p/prefs.js: permissions.default.camera is not a setting') } },
    ],
    ['a text', pref('permissions.default.camera', '2'), { camera: { byDefault: { kind: 'unreadable' } } }],
    [
      'a refusal',
      pref('media.getusermedia.microphone.deny', true),
      { microphone: { refused: value(true) }, camera: { refused: absent } },
    ],
    [
      'a refusal that is a number',
      pref('media.getusermedia.camera.deny', 1),
      { camera: { refused: { kind: 'unreadable' } } },
    ],
    ['media off alone', pref('media.navigator.enabled', false), { mediaDevices: value(true) }],
    [
      'media and connections off',
      pref('media.navigator.enabled', false) + pref('media.peerconnection.enabled', false),
      { mediaDevices: value(false) },
    ],
    ['media that is a text', pref('media.navigator.enabled', 'no'), { mediaDevices: { kind: 'unreadable' } }],
    ['no questions', pref('media.navigator.permission.disabled', true), { withoutAsking: value(true) }],
    ['stand-ins', pref('media.navigator.streams.fake', true), { standIns: value(true) }],
  ])('with %s', async (_name, text, preferences) => {
    expect(await read({ 'p/prefs.js': text })).toMatchObject({ kind: 'value', value: preferences });
  });

  test('have user.js above prefs.js, and alone where there is no other', async () => {
    const block = pref('permissions.default.camera', 2);
    const allow = pref('permissions.default.camera', 1);
    const both = await read({ 'p/prefs.js': block, 'p/user.js': allow });
    expect(both).toMatchObject({ value: { file: 'p/prefs.js', camera: { byDefault: value('allow') } } });
    expect(await read({ 'p/user.js': block })).toMatchObject({
      value: { file: 'p/user.js', camera: { byDefault: value('block') } },
    });
  });

  test.each([
    ['neither file', {}, absent],
    [
      'prefs.js cut off',
      { 'p/prefs.js': 'user_pref("a' },
      unreadable('p/prefs.js: it is not a list of preferences, at line 1'),
    ],
    [
      'user.js cut off',
      { 'p/prefs.js': '', 'p/user.js': 'user_pref(' },
      unreadable('p/user.js: it is not a list of preferences, at line 1'),
    ],
    ['prefs.js too large', { 'p/prefs.js': new Uint8Array(16 * 1024 * 1024 + 1) }, unreadable('p/prefs.js: too large')],
  ])('with %s', async (_name, files, preferences) => {
    expect(await read(files)).toEqual(preferences);
  });
});
