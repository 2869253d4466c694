import { type Reading, thenReading } from '../../../core/reading.ts';
import type { Machine } from '../../machine/machine.ts';
import { outputOf } from '../../parse/command-output.ts';
import { parseJsonText } from '../../parse/json.ts';

const PROGRAM = '/usr/sbin/system_profiler';

export const CAMERA_COMMAND = [PROGRAM, 'SPCameraDataType', '-json'] as const;
export const AUDIO_COMMAND = [PROGRAM, 'SPAudioDataType', '-json'] as const;

/** It takes seconds on some Macs, and needs no leave of anybody. */
const LIMIT = { milliseconds: 7_000, bytes: 8 * 1024 * 1024 };

/** What `system_profiler` prints, not yet checked against a schema. */
export async function runProfiler(
  machine: Machine,
  command: readonly [string, ...string[]],
): Promise<Reading<unknown>> {
  const ran = await machine.run(command, LIMIT);
  return thenReading(outputOf('system_profiler', ran), (text) => parseJsonText('system_profiler', text));
}
