import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { absent, value } from '../../../../core/reading.ts';
import { parseSite } from '../../../../core/site.ts';
import type { Machine } from '../../../../main/machine/machine.ts';
import { readChromiumPermission } from '../../../../main/probes/browsers/chromium/permission.ts';
import { CHROMIUM } from '../../core/facts.ts';
import { openMachine } from '../../recorded-machines.ts';

const SITE = parseSite('https://meet.example.com');
const ABOUT = { site: typeof SITE === 'string' ? null : SITE, now: new Date('2026-11-20T09:00:00Z') };

/** A machine whose one Preferences file holds these bytes. */
async function machineWith(bytes: Uint8Array): Promise<Machine> {
  const machine = await openMachine('linux-healthy-laptop');
  return {
    ...machine,
    files: { ...machine.files, read: async (path) => (path.endsWith('Secure Preferences') ? absent : value(bytes)) },
  };
}

async function read(content: unknown) {
  const bytes = Buffer.from(typeof content === 'string' ? content : JSON.stringify(content));
  return readStore(await machineWith(bytes));
}

async function readStore(machine: Machine, profile = 'Default') {
  const permission = await readChromiumPermission(machine, CHROMIUM, profile, ABOUT);
  if (permission.engine !== 'chromium') throw new Error('not of this engine');
  return permission.store;
}

function exceptions(media_stream_camera: unknown, defaults: unknown = {}) {
  return {
    profile: { content_settings: { exceptions: { media_stream_camera } }, default_content_setting_values: defaults },
  };
}

const PATTERN = 'https://meet.example.com:443,*';

describe('a Chromium profile', () => {
  test.each([
    ['no profile section', {}, []],
    ['no exceptions', { profile: { content_settings: {} } }, []],
    ['a rule for another site', exceptions({ 'https://other.example:443,*': { setting: 2 } }), []],
    ['a block', exceptions({ [PATTERN]: { setting: 2 } }), ['block']],
    ['an expired block', exceptions({ [PATTERN]: { setting: 2, expiration: '13400000000000000' } }), []],
    ['a block that will expire', exceptions({ [PATTERN]: { setting: 2, expiration: '99999999999999999' } }), ['block']],
    ['a block for one session', exceptions({ [PATTERN]: { setting: 2, model: 1 } }), []],
    [
      'a rule for frames in another page',
      exceptions({ 'https://meet.example.com,https://x.example': { setting: 2 } }),
      [],
    ],
  ])('with %s', async (_name, content, settings) => {
    const store = await read(content);
    expect(store).toMatchObject({ kind: 'value' });
    const camera = store.kind === 'value' ? store.value.camera : absent;
    expect(camera.kind === 'value' && camera.value.rules.map(({ setting }) => setting)).toEqual(settings);
  });

  test.each([
    ['cut off', '{"profile":{"content_settings":{"exc', /Preferences: it is not JSON, at /],
    ['binary', '\u0000\u0001\u0002', /it is not JSON/],
    ['a list', [], /Preferences: /],
    ['a number for the profile', { profile: 5 }, /Preferences: profile: /],
    ['a list of exceptions', exceptions([]), /exceptions\.media_stream_camera: /],
  ])('%s is unreadable, with the file and the place', async (_name, content, why) => {
    const store = await read(content);
    expect(store.kind === 'unreadable' && store.why).toMatch(why);
  });

  test.each([
    ['is a number', 2, /media_stream_camera rule for https:\/\/meet/],
    ['is text', { setting: '2' }, /rule for .*: setting: /],
    ['nobody knows', { setting: 77 }, /is 77$/],
  ])('whose rule %s is unreadable for that device alone', async (_name, rule, why) => {
    const store = await read(exceptions({ [PATTERN]: rule }));
    const { camera, microphone } = store.kind === 'value' ? store.value : { camera: absent, microphone: absent };
    expect(camera.kind === 'unreadable' && camera.why).toMatch(why);
    expect(microphone.kind).toBe('value');
  });

  test('that is not UTF-8 is unreadable', async () => {
    const machine = await machineWith(Uint8Array.of(0x7b, 0xff, 0x7d));
    expect(await readStore(machine, 'Profile 9')).toEqual(absent);
    const there = await readStore(machine);
    expect(there).toMatchObject({ kind: 'unreadable', why: expect.stringContaining('not UTF-8') });
  });

  test.each([
    [2, value('block')],
    [3, value('ask')],
    [1, value('ask')],
    [undefined, absent],
  ])('default %j', async (setting, byDefault) => {
    const store = await read(exceptions({}, { media_stream_camera: setting, has_migrated_x: true }));
    expect(store).toMatchObject({ kind: 'value', value: { camera: { kind: 'value', value: { byDefault } } } });
  });

  test.each([[true], ['2'], [{}], [9]])('default %j is unreadable, not "ask"', async (setting) => {
    const store = await read(exceptions({}, { media_stream_camera: setting }));
    expect(store).toMatchObject({ value: { camera: { value: { byDefault: { kind: 'unreadable' } } } } });
  });

  test.each([
    ['a number of days that is a list', { permission_autoblocking_data: { [PATTERN]: { setting: 5 } } }, 'embargo'],
    [
      'an embargo that is a word',
      {
        permission_autoblocking_data: { [PATTERN]: { setting: { VideoCapture: { dismissal_embargo_days: 'soon' } } } },
      },
      'embargo',
    ],
    [
      'a number for an embargo',
      { permission_autoblocking_data: { [PATTERN]: { setting: { VideoCapture: 7 } } } },
      'embargo',
    ],
    [
      'an embargo beyond all time',
      { permission_autoblocking_data: { [PATTERN]: { setting: { VideoCapture: { ignore_embargo_days: 1e300 } } } } },
      'embargo',
    ],
  ])('with %s cannot tell the %s', async (_name, others, part) => {
    const store = await read({ profile: { content_settings: { exceptions: others } } });
    expect(store).toMatchObject({ value: { camera: { value: { [part]: { kind: 'unreadable' } } } } });
  });

  test('with a history of a wrong shape cannot tell the device', async () => {
    const store = await read({
      profile: { content_settings: { exceptions: { permission_actions_history: { [PATTERN]: { setting: [] } } } } },
    });
    expect(store).toMatchObject({ value: { camera: { kind: 'unreadable' } } });
  });

  const extension = (content: unknown) => ({ extensions: { settings: { abc: content } } });
  const sets = (setting: string, rest: object = {}) => ({
    content_settings: [{ primaryPattern: '<all_urls>', secondaryPattern: '*', setting, type: 'media-stream-camera' }],
    ...rest,
  });

  test.each([
    ['that is on', sets('block'), value([{ extension: 'abc', pattern: '<all_urls>', setting: 'block' }])],
    [
      'that was never off',
      sets('allow', { disable_reasons: [], state: 1 }),
      expect.objectContaining({ kind: 'value' }),
    ],
    ['that is off', sets('block', { disable_reasons: [1] }), value([])],
    ['that an older version switched off', sets('block', { disable_reasons: 1 }), value([])],
    ['that the person switched off', sets('block', { state: 0 }), value([])],
    ['whose setting nobody knows', sets('session_only'), expect.objectContaining({ kind: 'unreadable' })],
    [
      'without a pattern',
      { content_settings: [{ type: 'media-stream-camera' }] },
      expect.objectContaining({ kind: 'unreadable' }),
    ],
    ['that sets something else', { content_settings: 'none' }, value([])],
    ['that is no object', 7, value([])],
  ])('with an extension %s', async (_name, content, extensions) => {
    expect(await read(extension(content))).toMatchObject({ value: { camera: { value: { extensions } } } });
  });

  test('whose guarded part cannot be read cannot tell what extensions set', async () => {
    const machine = await machineWith(Buffer.from('{}'));
    const files = {
      ...machine.files,
      read: async (path: string) =>
        path.endsWith('Secure Preferences') ? value(Buffer.from('{')) : value(Buffer.from('{}')),
    };
    const store = await readStore({ ...machine, files });
    expect(store).toMatchObject({ value: { camera: { value: { extensions: { kind: 'unreadable' } } } } });
  });

  test('never tells of other sites', async () => {
    const store = await read(exceptions({ 'https://clinic.example:443,*': { setting: 1 }, [PATTERN]: { setting: 2 } }));
    expect(JSON.stringify(store)).not.toContain('clinic');
  });

  test('of any JSON is a value or unreadable', async () => {
    await fc.assert(
      fc.asyncProperty(fc.json(), async (json) => {
        expect(['value', 'unreadable']).toContain((await read(json)).kind);
      }),
      { numRuns: 200 },
    );
  });
});
