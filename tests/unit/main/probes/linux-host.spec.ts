import { describe, expect, test } from 'vitest';
import { absent, value } from '../../../../core/reading.ts';
import { gather } from '../../../../main/probes/gather.ts';
import { linuxHost } from '../../../../main/probes/linux/host.ts';
import { openMachine, withOnly } from '../../recorded-machines.ts';

async function readHost(files: Readonly<Record<string, string>>, env: Readonly<Record<string, string>> = {}) {
  const machine = withOnly(await openMachine('linux-healthy-laptop'), files, env);
  const { readings } = await gather(machine, { site: null, probes: [linuxHost] });
  if (readings.host?.kind !== 'value') throw new Error(JSON.stringify(readings.host));
  return readings.host.value;
}

const DMI = '/sys/class/dmi/id';

describe('the host', () => {
  test.each([
    ['PRETTY_NAME="Fedora Linux 43 (Workstation Edition)"', 'Fedora Linux 43 (Workstation Edition)'],
    ["PRETTY_NAME='Arch Linux'", 'Arch Linux'],
    ['NAME=x\nPRETTY_NAME=Alpine', 'Alpine'],
    ['NAME="Nameless"', 'Linux'],
  ])('is called as os-release says: %j', async (content, name) => {
    expect((await readHost({ '/etc/os-release': content })).system).toBe(name);
    expect((await readHost({ '/usr/lib/os-release': content })).system).toBe(name);
  });

  test.each([
    ['a plain computer', { [`${DMI}/sys_vendor`]: 'LENOVO' }, absent],
    ['no DMI at all', {}, absent],
    ['KVM', { [`${DMI}/product_name`]: 'KVM' }, value('KVM')],
    ['QEMU', { [`${DMI}/sys_vendor`]: 'QEMU' }, value('QEMU')],
    ['VMware', { [`${DMI}/sys_vendor`]: 'VMware, Inc.' }, value('VMware')],
    ['VirtualBox', { [`${DMI}/sys_vendor`]: 'innotek GmbH' }, value('VirtualBox')],
    ['Parallels', { [`${DMI}/sys_vendor`]: 'Parallels Software International Inc.' }, value('Parallels')],
    [
      'Hyper-V',
      { [`${DMI}/sys_vendor`]: 'Microsoft Corporation', [`${DMI}/product_name`]: 'Virtual Machine' },
      value('Hyper-V'),
    ],
    [
      'a Surface of the same vendor',
      { [`${DMI}/sys_vendor`]: 'Microsoft Corporation', [`${DMI}/product_name`]: 'Surface Pro 9' },
      absent,
    ],
    ['a whole rented computer', { [`${DMI}/sys_vendor`]: 'Amazon EC2', [`${DMI}/product_name`]: 'c5.metal' }, absent],
    ['a nameless hypervisor', { '/proc/cpuinfo': 'flags\t\t: fpu hypervisor lahf_lm' }, value('hypervisor')],
    ['WSL', { '/proc/sys/kernel/osrelease': '5.15.153.1-microsoft-standard-WSL2' }, value('WSL')],
    ['podman', { '/run/.containerenv': '', [`${DMI}/sys_vendor`]: 'QEMU' }, value('podman')],
    ['docker', { '/.dockerenv': '' }, value('docker')],
    ['a named container', { '/run/systemd/container': 'lxc\n' }, value('lxc')],
  ])('knows %s', async (_name, files, virtual) => {
    expect((await readHost(files)).virtual).toEqual(virtual);
  });

  test.each([
    ['at the computer', {}, {}, 'local'],
    ['over SSH', {}, { SSH_CONNECTION: '192.0.2.1 1 192.0.2.2 22' }, 'remote'],
    ['over RDP', {}, { XRDP_SESSION: '1' }, 'remote'],
    ['by what logind says', { '/run/systemd/sessions/c2': 'REMOTE=1\nTYPE=x11' }, { XDG_SESSION_ID: 'c2' }, 'remote'],
    ['by what logind does not say', { '/run/systemd/sessions/c2': 'REMOTE=0' }, { XDG_SESSION_ID: 'c2' }, 'local'],
    [
      'whatever the session is called',
      { '/etc/passwd': 'REMOTE=1' },
      { XDG_SESSION_ID: '../../../etc/passwd' },
      'local',
    ],
  ])('knows a session %s', async (_name, files, env, session) => {
    expect((await readHost(files, env)).session).toEqual(value(session));
  });

  test.each([
    [{ XDG_SESSION_TYPE: 'wayland' }, 'wayland'],
    [{ XDG_SESSION_TYPE: 'x11' }, 'x11'],
    [{ XDG_SESSION_TYPE: 'tty', WAYLAND_DISPLAY: 'wayland-0', DISPLAY: ':0' }, 'wayland'],
    [{ DISPLAY: ':0' }, 'x11'],
    [{}, 'none'],
  ])('with %j draws on %s', async (env, server) => {
    expect((await readHost({}, env)).displayServer).toEqual(value(server));
  });
});
