import { spawnSync } from 'node:child_process';
import { canInstall, install } from './debian.ts';

/** Why there is no PulseAudio to test with; null where there is one. As root on Debian it is installed. */
export function providePulseAudio(say: (line: string) => void): string | null {
  if (process.platform !== 'linux') return 'PulseAudio belongs to Linux';
  if (isInstalled()) return null;
  if (!canInstall()) return 'pulseaudio or pactl is not installed';
  say('Installing PulseAudio with apt-get for the sound tests …');
  install(['pulseaudio', 'pulseaudio-utils']);
  return isInstalled() ? null : 'apt-get could not install pulseaudio';
}

/** The same, with nothing installed for it. */
export function whyNoPulseAudio(): string | null {
  return process.platform === 'linux' && isInstalled() ? null : 'pulseaudio or pactl is not installed';
}

function isInstalled(): boolean {
  return ['pulseaudio', 'pactl'].every((program) => spawnSync(program, ['--version']).status === 0);
}
