import type { Browser } from '../../../core/facts/browser.ts';
import type { Facts, Readings } from '../../../core/facts/facts.ts';
import type { Host } from '../../../core/facts/host.ts';
import type { AlsaInput, CameraNode } from '../../../core/facts/linux.ts';
import { absent, value } from '../../../core/reading.ts';

/** Facts of a Linux machine, as far as a test says them. */
export function linuxFacts(readings: Readings): Facts {
  return { platform: 'linux', takenAt: '2026-11-20T09:00:00.000Z', readings };
}

export const HOST: Host = {
  system: 'Debian GNU/Linux 12',
  release: '6.1.0',
  arch: value('x64'),
  locale: value('en-GB'),
  desktop: absent,
  displayServer: value('wayland'),
  session: value('local'),
  sessionSign: absent,
  virtual: absent,
};

export const CAMERA: CameraNode = {
  node: '/dev/video0',
  name: value('Integrated Camera'),
  givesPictures: value(true),
  virtual: false,
  access: value({ openable: true, ownership: '0:44 0660' }),
};

export const SOUND_CARD: AlsaInput = {
  card: 0,
  device: 0,
  name: 'ALC257 Analog',
  node: '/dev/snd/pcmC0D0c',
  access: value({ openable: true, ownership: '0:29 0660' }),
};

export const CHROMIUM: Browser = {
  id: 'chromium',
  product: 'chromium',
  name: 'Chromium',
  engine: 'chromium',
  packaging: 'native',
  program: '/usr/bin/chromium',
  version: value('156.0.8078.79'),
  dataFolder: '~/.config/chromium',
  profiles: value([{ folder: 'Default', name: 'Person 1', lastUsed: true }]),
  isDefault: true,
};

export const FIREFOX: Browser = {
  id: 'firefox',
  product: 'firefox',
  name: 'Mozilla Firefox',
  engine: 'gecko',
  packaging: 'native',
  program: '/usr/lib/firefox/firefox',
  version: value('153.7.0'),
  dataFolder: '~/.mozilla/firefox',
  profiles: value([{ folder: 'x.default', name: 'default', lastUsed: true }]),
  isDefault: false,
};

export const SAFARI: Browser = {
  id: 'safari',
  product: 'safari',
  name: 'Safari',
  engine: 'webkit',
  packaging: 'native',
  program: '/Applications/Safari.app/Contents/MacOS/Safari',
  version: value('26.2'),
  dataFolder: '~/Library/Safari',
  profiles: value([{ folder: 'Default', name: 'Default', lastUsed: true }]),
  isDefault: true,
};
