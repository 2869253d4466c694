import { describe, expect, test } from 'vitest';
import { absent, value } from '../../../../core/reading.ts';
import { openBrowser } from '../../../../main/loopback/open-browser.ts';
import type { Machine } from '../../../../main/machine/machine.ts';
import { openMachine } from '../../recorded-machines.ts';

const ADDRESS = 'http://127.0.0.1:1/?token=x';

async function machineWith(name: string, env: Readonly<Record<string, string>>): Promise<Machine> {
  const machine = await openMachine(name);
  const get = (key: string) => {
    const text = env[key];
    return text === undefined ? absent : value(text);
  };
  return { ...machine, env: { get } };
}

/** Opens the address where only the programs that `works` names can be started, and tells which were tried. */
async function openOn(machine: Machine, works: (program: string) => boolean) {
  const tried: (readonly string[])[] = [];
  const opened = await openBrowser(machine, ADDRESS, async (program, args) => {
    tried.push([program, ...args]);
    return works(program);
  });
  return { opened, tried };
}

describe('on Linux', () => {
  test('what the person has said goes first', async () => {
    const machine = await machineWith('linux-healthy-laptop', { BROWSER: '/opt/mine', PATH: '/usr/bin' });
    expect(await openOn(machine, () => true)).toEqual({ opened: true, tried: [['/opt/mine', ADDRESS]] });
  });

  test('then any browser there is, the default one first, and every one of them before giving up', async () => {
    const machine = await openMachine('linux-firefox-not-a-database');
    const { opened, tried } = await openOn(machine, () => false);
    expect(opened).toBe(false);
    expect(tried.every(([, address]) => address === ADDRESS)).toBe(true);
    const browsers = tried.map(([program]) => program).filter((program) => !program?.endsWith('xdg-open'));
    expect(browsers).toEqual(['/usr/bin/firefox', '/usr/bin/chromium']);
  });
});

test('macOS and Windows are asked for their default browser, by the whole path of their own program', async () => {
  const mac = await openMachine('macos-arc-default');
  expect((await openOn(mac, () => true)).tried).toEqual([['/usr/bin/open', ADDRESS]]);
  const windows = await machineWith('windows10-healthy-plain', { SystemRoot: 'C:\\Windows' });
  const program = 'C:\\Windows\\System32\\rundll32.exe';
  expect((await openOn(windows, () => true)).tried).toEqual([[program, 'url.dll,FileProtocolHandler', ADDRESS]]);
  const lost = await machineWith('windows10-healthy-plain', {});
  expect(await openOn(lost, () => true)).toEqual({ opened: false, tried: [] });
});
