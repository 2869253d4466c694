import { describe, expect, test } from 'vitest';
import { describeBrowser } from '../../../../../core/browsers/browsers.ts';
import { absent, unreadable, value } from '../../../../../core/reading.ts';
import { parseSite } from '../../../../../core/site.ts';
import { parseRegistryFile } from '../../../../../main/machine/registry-file.ts';
import { readFirefoxPolicy } from '../../../../../main/probes/browsers/firefox/policy.ts';
import { FIREFOX } from '../../../core/facts.ts';
import { machineWith } from './machine-with.ts';

const parsed = parseSite('https://meet.example.com');
const ABOUT = { site: typeof parsed === 'string' ? null : parsed };
const SYSTEM = '/etc/firefox/policies/policies.json';
const OWN = '/usr/lib/firefox/distribution/policies.json';
const NOTHING = { site: null, blockNewRequests: null, locked: false, sitesAllowed: 0 };

async function read(files: Parameters<typeof machineWith>[0], browser: Partial<typeof FIREFOX> = {}) {
  const machine = await machineWith(files);
  const { policies } = await readFirefoxPolicy(machine, { ...FIREFOX, ...browser }, describeBrowser('firefox'), ABOUT);
  return policies;
}

const camera = (policy: unknown): string => JSON.stringify({ policies: { Permissions: { Camera: policy } } });

describe('the policies of Firefox', () => {
  test.each([
    ['a block', { Block: ['https://meet.example.com'] }, { site: 'block' }],
    ['an allow, with the port', { Allow: ['https://meet.example.com:443/'] }, { site: 'allow', sitesAllowed: 1 }],
    [
      'an allow and a block, of which Firefox takes the allow',
      { Allow: ['https://meet.example.com'], Block: ['https://meet.example.com'] },
      { site: 'allow', sitesAllowed: 1 },
    ],
    ['another site’s', { Allow: ['https://clinic.example'] }, { site: null, sitesAllowed: 1 }],
    ['another port’s', { Block: ['https://meet.example.com:8443'] }, { site: null }],
    ['a bare name, which is no origin', { Block: ['meet.example.com', 5, null] }, { site: null }],
    ['new requests blocked', { BlockNewRequests: true }, { blockNewRequests: true, locked: false }],
    [
      'new requests blocked and locked',
      { BlockNewRequests: true, Locked: true },
      { blockNewRequests: true, locked: true },
    ],
  ])('with %s', async (_name, policy, said) => {
    const policies = await read({ [SYSTEM]: camera(policy) });
    const expected = { file: SYSTEM, camera: { ...NOTHING, ...said }, microphone: NOTHING, unjudged: [] };
    expect(policies).toMatchObject({ kind: 'value', value: expected });
    expect(JSON.stringify(policies)).not.toContain('clinic');
  });

  test.each([['the site with a path', { Block: ['https://meet.example.com/room'] }]])(
    'with %s are told as not judged',
    async (_name, policy) => {
      expect(await read({ [SYSTEM]: camera(policy) })).toMatchObject({
        value: { unjudged: [expect.stringContaining('Camera')] },
      });
    },
  );

  test.each([
    ['as a list', { 'media.navigator.enabled': { Value: false }, 'browser.x': 1 }],
    ['as a text', '{"media.navigator.enabled": false}'],
  ])('that set preferences %s are told as not judged', async (_name, Preferences) => {
    const text = JSON.stringify({ policies: { Preferences } });
    expect(await read({ [SYSTEM]: text })).toMatchObject({ value: { unjudged: ['media.navigator.enabled'] } });
  });

  test.each([
    ['with a comment', '{ /* x */ "policies": {} }'],
    ['cut off', '{"policies":{"Permissions":{"Cam'],
    ['that is a list', '[]'],
    ['with a list of policies', '{"policies":[]}'],
    ['with a text for permissions', '{"policies":{"Permissions":"x"}}'],
    ['with a text for a list', camera({ Block: 'https://meet.example.com' })],
    ['with a text for a switch', camera({ BlockNewRequests: 'true' })],
    ['with a broken text of preferences', '{"policies":{"Preferences":"{"}}'],
    ['that is no text', Uint8Array.of(0xff)],
  ])('in a file %s are unreadable, with the file', async (_name, content) => {
    expect(await read({ [SYSTEM]: content })).toEqual(unreadable(expect.stringContaining(SYSTEM)));
  });

  test('come from the computer’s file, and only without it from the one beside the program', async () => {
    const block = camera({ Block: ['https://meet.example.com'] });
    expect(await read({ [SYSTEM]: '{"policies":{}}', [OWN]: block })).toEqual(absent);
    expect(await read({ [OWN]: block })).toMatchObject({ value: { file: OWN, camera: { site: 'block' } } });
    const script = '#!/bin/sh\nexec /opt/ff/firefox "$@"\n';
    const own = '/opt/ff/distribution/policies.json';
    expect(await read({ '/usr/bin/firefox': script, [own]: block }, { program: '/usr/bin/firefox' })).toMatchObject({
      value: { file: own },
    });
    expect(await read({ [SYSTEM]: unreadable(`${SYSTEM}: EACCES`), [OWN]: block })).toEqual(
      unreadable(`${SYSTEM}: EACCES`),
    );
    expect(await read({})).toEqual(absent);
  });

  test.each([
    ['the computer’s key', `[HKEY_LOCAL_MACHINE\\K\\Block]\n"1"="https://meet.example.com"`, 'block'],
    [
      'the user’s key',
      `[HKEY_CURRENT_USER\\K\\Block]\n"2"="https://x.example"\n"3"="https://meet.example.com"`,
      'block',
    ],
    [
      'the computer’s key above the user’s',
      `[HKEY_CURRENT_USER\\K\\Block]\n"1"="https://meet.example.com"\n[HKEY_LOCAL_MACHINE\\K\\Allow]\n"1"="https://meet.example.com"`,
      'allow',
    ],
    ['the key above the file', `[HKEY_CURRENT_USER\\K]\n"Locked"=dword:00000001`, null],
    ['the file, without a key', '', 'block'],
  ])('on Windows come from %s', async (_name, keys, site) => {
    const policies = await readOnWindows(keys);
    expect(policies).toMatchObject({ kind: 'value', value: { camera: { site } } });
  });

  test.each([
    ['a number where an address should be', `[HKEY_LOCAL_MACHINE\\K\\Block]\n"1"=dword:00000001`],
    ['a text for a switch', `[HKEY_LOCAL_MACHINE\\K]\n"BlockNewRequests"="1"`],
  ])('on Windows with %s are unreadable, with the key', async (_name, keys) => {
    expect(await readOnWindows(keys)).toEqual(unreadable(expect.stringMatching(/^HKLM\\/)));
  });

  async function readOnWindows(keys: string) {
    const text = keys.replaceAll('\\K', '\\SOFTWARE\\Policies\\Mozilla\\Firefox\\Permissions\\Camera');
    const registry = parseRegistryFile(
      Buffer.from(`Windows Registry Editor Version 5.00\r\n\r\n${text.replaceAll('\n', '\r\n')}\r\n`),
    );
    if (registry.kind !== 'value') throw new Error(JSON.stringify(registry));
    const program = 'C:\\Program Files\\Mozilla Firefox\\firefox.exe';
    const file = 'C:\\Program Files\\Mozilla Firefox\\distribution\\policies.json';
    const linux = await machineWith({ [file]: camera({ Block: ['https://meet.example.com'] }) });
    const machine = { ...linux, platform: 'win32', registry: registry.value } as const;
    const { policies } = await readFirefoxPolicy(machine, { ...FIREFOX, program }, describeBrowser('firefox'), ABOUT);
    return policies;
  }

  test('of a flatpak come from its own extension', async () => {
    const root = '/var/lib/flatpak';
    const file = `${root}/extension/org.mozilla.firefox.systemconfig/x86_64/stable/policies/policies.json`;
    const linux = await machineWith({ [file]: camera({ Block: ['https://meet.example.com'] }), [SYSTEM]: camera({}) });
    const machine = { ...linux, files: { ...linux.files, list: async () => value(['x86_64']) } };
    const flatpak = { ...FIREFOX, packaging: 'flatpak', program: `${root}/exports/bin/org.mozilla.firefox` } as const;
    const { policies } = await readFirefoxPolicy(machine, flatpak, describeBrowser('firefox'), ABOUT);
    expect(policies).toMatchObject({ value: { file, camera: { site: 'block' } } });
  });
});
