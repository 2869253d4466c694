import { describe, expect, test } from 'vitest';
import { absent, value } from '../../../../core/reading.ts';
import { runCommand } from '../../../../main/machine/run-command.ts';

const LIMIT = { milliseconds: 10_000, bytes: 1000 };
const node = (script: string): [string, ...string[]] => [process.execPath, '-e', script];

describe('runCommand', () => {
  test('gives what was printed, and the status', async () => {
    const script = 'process.stdout.write("out"); process.stderr.write("err"); process.exitCode = 3';
    expect(await runCommand(node(script), LIMIT)).toEqual(value({ code: 3, stdout: 'out', stderr: 'err' }));
  });

  test('a program that is not there is absent', async () => {
    expect(await runCommand(['no-such-program-anywhere'], LIMIT)).toEqual(absent);
  });

  test('a program that hangs is killed and unreadable', async () => {
    const reading = await runCommand(node('setInterval(() => {}, 1000)'), { ...LIMIT, milliseconds: 300 });
    expect(reading).toMatchObject({ kind: 'unreadable', why: expect.stringContaining('no answer within 300 ms') });
  });

  test('a program that waits for input gets its end', async () => {
    const reading = await runCommand(node('process.stdin.on("end", () => console.log("end")).resume()'), LIMIT);
    expect(reading).toMatchObject({ kind: 'value', value: { code: 0, stdout: 'end\n' } });
  });

  test('a program that prints without end is unreadable', async () => {
    const reading = await runCommand(node('for (;;) console.log("x".repeat(100))'), LIMIT);
    expect(reading).toMatchObject({ kind: 'unreadable', why: expect.stringContaining('printed over 1000 bytes') });
  });

  test('speaks English whatever the session speaks', async () => {
    expect(await runCommand(node('process.stdout.write(process.env.LC_ALL)'), LIMIT)).toMatchObject({
      value: { stdout: 'C' },
    });
  });
});
