import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { absent, value } from '../../core/reading.ts';
import type { Machine } from '../../main/machine/machine.ts';
import { realMachine } from '../../main/machine/real.ts';
import { gather } from '../../main/probes/gather.ts';
import { audioServer } from '../../main/probes/linux/audio-server.ts';
import { type SoundServer, startSoundServer } from '../setup/sound-server.ts';

/** The probe against a PulseAudio of its own, with a made-up microphone that is turned this way and that. */
describe('a real PulseAudio', () => {
  let server: SoundServer;
  const pactl: SoundServer['pactl'] = (...args) => server.pactl(...args);

  beforeAll(() => {
    server = startSoundServer();
  });

  afterAll(() => server.stop());

  async function read() {
    const { runtime } = server;
    const real = realMachine();
    if (real === null) throw new Error('this system is not one it knows');
    const machine: Machine = {
      ...real,
      env: {
        get: (name) =>
          name === 'XDG_RUNTIME_DIR' ? value(runtime) : name === 'PULSE_SERVER' ? absent : real.env.get(name),
      },
    };
    // What the probe runs finds the server as a session’s programs do.
    process.env['XDG_RUNTIME_DIR'] = runtime;
    const { readings } = await gather(machine, { site: null, probes: [audioServer] });
    return readings.audioServer;
  }

  const source = (changed: object) => ({
    kind: 'value',
    value: { sources: [{ isDefault: true, muted: false, volumePercent: value(100), alsaCard: absent, ...changed }] },
  });

  test('offers its input, and not what its speakers play', async () => {
    expect(await read()).toMatchObject(source({}));
    expect(await read()).toMatchObject({ value: { name: 'pulseaudio', defaultIs: 'input' } });
  });

  test('says that it is muted', async () => {
    pactl('set-source-mute', 'microphone', '1');
    expect(await read()).toMatchObject(source({ muted: true }));
    pactl('set-source-mute', 'microphone', '0');
  });

  test('says how loud it is', async () => {
    pactl('set-source-volume', 'microphone', '0');
    expect(await read()).toMatchObject(source({ volumePercent: value(0) }));
    pactl('set-source-volume', 'microphone', '74%');
    expect(await read()).toMatchObject(source({ volumePercent: value(74) }));
  });

  test('says that programs would record the speakers', async () => {
    pactl('set-default-source', 'speakers.monitor');
    expect(await read()).toMatchObject({ value: { defaultIs: 'monitor', sources: [{ isDefault: false }] } });
  });

  test('says that its input is gone', async () => {
    pactl('unload-module', 'module-null-source');
    expect(await read()).toMatchObject({ kind: 'value', value: { sources: [] } });
  });
});
