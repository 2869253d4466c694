import { describe, expect, test } from 'vitest';
import { absent, value } from '../../../../core/reading.ts';
import { readPreferredBrowsers } from '../../../../main/probes/linux/browsers/default-browser.ts';
import { readNativeVersion } from '../../../../main/probes/linux/browsers/native-version.ts';
import { openMachine, withOnly } from '../../recorded-machines.ts';

const DPKG = '/var/lib/dpkg/status';
const entry = (name: string, version: string, status = 'install ok installed'): string =>
  `Package: ${name}\nStatus: ${status}\nVersion: ${version}\nDescription: é\n\n`;

describe('the version of a native package', () => {
  test.each([
    [
      'of Debian',
      { [DPKG]: entry('chromium-common', '1.0') + entry('chromium', '156.0.8078.79-1~deb12u1') },
      '156.0.8078.79',
    ],
    ['with an epoch', { [DPKG]: entry('chromium', '2:85.0.4183.83-0ubuntu3') }, '85.0.4183.83'],
    [
      'beside its program',
      { '/usr/bin/chromium': '', '/usr/bin/application.ini': '[App]\nVersion=153.7.0\n' },
      '153.7.0',
    ],
  ])('%s', async (_name, files, version) => {
    const machine = withOnly(await openMachine('linux-healthy-laptop'), files);
    expect(await readNativeVersion(machine, '/usr/bin/chromium', ['chromium'])).toEqual(value(version));
  });

  test.each([
    ['only removed', entry('chromium', '1.0', 'deinstall ok config-files')],
    ['of another name', entry('chromium-driver', '1.0')],
  ])('of a package %s is not taken', async (_name, status) => {
    const machine = withOnly(await openMachine('linux-healthy-laptop'), { [DPKG]: status });
    expect(await readNativeVersion(machine, '/usr/bin/chromium', ['chromium'])).toEqual(absent);
  });
});

describe('the preferred browser', () => {
  const list = (desktop: string): string =>
    `[Added Associations]\nx-scheme-handler/https=other.desktop\n\n[Default Applications]\ntext/html=x.desktop\nx-scheme-handler/https=${desktop}\n`;

  test('is what the person chose, before what the desktop and the distribution did', async () => {
    const files = {
      '/etc/xdg/mimeapps.list': list('system.desktop'),
      '~/.config/mimeapps.list': list('firefox.desktop;chromium.desktop;'),
      '~/.config/gnome-mimeapps.list': list('gnome.desktop'),
    };
    const machine = withOnly(await openMachine('linux-healthy-laptop'), files, { XDG_CURRENT_DESKTOP: 'ubuntu:GNOME' });
    expect(await readPreferredBrowsers(machine)).toEqual(['gnome', 'firefox', 'chromium', 'system']);
  });

  test('is nobody where no list tells', async () => {
    expect(await readPreferredBrowsers(withOnly(await openMachine('linux-healthy-laptop'), {}))).toEqual([]);
  });
});
