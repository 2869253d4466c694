import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A PulseAudio of the test’s own, with loudspeakers and a microphone that are made up. */
export interface SoundServer {
  /** Where programs find it that are given this as `XDG_RUNTIME_DIR`. */
  readonly runtime: string;
  readonly pactl: (...args: readonly string[]) => void;
  readonly stop: () => void;
}

export function startSoundServer(): SoundServer {
  const runtime = mkdtempSync(join(tmpdir(), 'capture-doctor-sound-'));
  const env = { ...process.env, XDG_RUNTIME_DIR: runtime };
  const pactl = (...args: readonly string[]): void => {
    execFileSync('pactl', args, { env });
  };
  const modules = [
    'module-native-protocol-unix',
    'module-null-sink sink_name=speakers',
    'module-null-source source_name=microphone description=Made-up',
  ];
  const args = ['-n', '--daemonize=yes', '--exit-idle-time=-1', ...modules.map((module) => `--load=${module}`)];
  execFileSync('pulseaudio', args, { env, stdio: ['ignore', 'ignore', 'pipe'] });
  pactl('set-default-source', 'microphone');
  return {
    runtime,
    pactl,
    stop: () => {
      execFileSync('pulseaudio', ['--kill'], { env, stdio: 'ignore' });
      rmSync(runtime, { recursive: true, force: true });
    },
  };
}
