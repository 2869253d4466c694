import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { absent, value } from '../../../../core/reading.ts';
import { parseSite, type Site } from '../../../../core/site.ts';
import type { Machine } from '../../../../main/machine/machine.ts';
import { readChromiumPermissions } from '../../../../main/probes/browsers/chromium-permissions.ts';
import { openMachine } from '../../recorded-machines.ts';

function site(): Site {
  const parsed = parseSite('https://meet.example.com');
  if (typeof parsed === 'string') throw new Error(parsed);
  return parsed;
}

/** A machine whose one Preferences file holds these bytes. */
async function machineWith(bytes: Uint8Array): Promise<Machine> {
  const machine = await openMachine('linux-healthy-laptop');
  return { ...machine, files: { ...machine.files, read: async () => value(bytes) } };
}

async function read(content: unknown) {
  const bytes = Buffer.from(typeof content === 'string' ? content : JSON.stringify(content));
  return readChromiumPermissions(await machineWith(bytes), '~/.config/chromium/Default', site());
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
    ['an expired block', exceptions({ [PATTERN]: { setting: 2, expiration: '13439874239839924' } }), []],
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
    expect(store.kind === 'value' && store.value.camera.rules.map(({ setting }) => setting)).toEqual(settings);
  });

  test.each([
    ['cut off', '{"profile":{"content_settings":{"exc', /Preferences: it is not JSON, at /],
    ['binary', '\u0000\u0001\u0002', /it is not JSON/],
    ['a list', [], /Preferences: /],
    ['a number for the profile', { profile: 5 }, /Preferences: profile: /],
    ['a list of exceptions', exceptions([]), /exceptions\.media_stream_camera: /],
    ['a rule that is a number', exceptions({ [PATTERN]: 2 }), /media_stream_camera rule for https:\/\/meet/],
    ['a setting that is text', exceptions({ [PATTERN]: { setting: '2' } }), /rule for .*: setting: /],
    ['a setting nobody knows', exceptions({ [PATTERN]: { setting: 77 } }), /is 77$/],
  ])('%s is unreadable, with the file and the place', async (_name, content, why) => {
    const store = await read(content);
    expect(store.kind === 'unreadable' && store.why).toMatch(why);
  });

  test('that is not UTF-8 is unreadable', async () => {
    const store = await readChromiumPermissions(await machineWith(Uint8Array.of(0x7b, 0xff, 0x7d)), '~/x', site());
    expect(store).toEqual(absent);
    const there = await readChromiumPermissions(
      await machineWith(Uint8Array.of(0x7b, 0xff, 0x7d)),
      '~/.config/chromium/Default',
      site(),
    );
    expect(there).toMatchObject({ kind: 'unreadable', why: expect.stringContaining('not UTF-8') });
  });

  test.each([
    [2, value('block')],
    [3, value('ask')],
    [1, value('ask')],
    [undefined, absent],
  ])('default %j', async (setting, byDefault) => {
    const store = await read(exceptions({}, { media_stream_camera: setting, has_migrated_x: true }));
    expect(store).toMatchObject({ kind: 'value', value: { camera: { byDefault } } });
  });

  test.each([[true], ['2'], [{}], [9]])('default %j is unreadable, not "ask"', async (setting) => {
    const store = await read(exceptions({}, { media_stream_camera: setting }));
    expect(store.kind === 'value' && store.value.camera.byDefault.kind).toBe('unreadable');
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
