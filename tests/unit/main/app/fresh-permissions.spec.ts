import { EventEmitter } from 'node:events';
import { describe, expect, test } from 'vitest';
import { unreadable, value } from '../../../../core/reading.ts';
import { askInNewProcess } from '../../../../main/app/fresh-permissions.ts';
import { nativeAnswers } from '../../../../main/app/native.ts';
import { OwnDecisions } from '../../../../main/app/own-decisions.ts';
import { macPermissions } from '../../../../main/machine/mac-permissions.ts';

/** A utility process, as far as it is used. */
class StandInProcess extends EventEmitter {
  kills = 0;

  kill(): boolean {
    this.kills += 1;
    return true;
  }
}

function ask(milliseconds?: number) {
  const child = new StandInProcess();
  const modules: string[] = [];
  const fork = (module: string): StandInProcess => {
    modules.push(module);
    return child;
  };
  return { child, modules, answer: askInNewProcess(fork, '/app/dist/main/new-process.js', milliseconds) };
}

describe('a new process', () => {
  test('answers and is ended', async () => {
    const { child, modules, answer } = ask();
    child.emit('message', { camera: 'authorized', microphone: 'denied' });
    expect(await answer).toEqual(value({ camera: 'authorized', microphone: 'denied' }));
    expect(modules).toEqual(['/app/dist/main/new-process.js']);
    expect(child.kills).toBe(1);
  });

  test('that ends without an answer gives none', async () => {
    const { child, answer } = ask();
    child.emit('exit', 134);
    expect(await answer).toEqual(unreadable('a new process: it ended with 134 and without an answer'));
  });

  test('that hangs is ended', async () => {
    const { child, answer } = ask(5);
    expect(await answer).toEqual(unreadable('a new process: no answer within 5 ms'));
    expect(child.kills).toBe(1);
  });

  test.each([null, 'authorized', { camera: 7 }])('that says %j is not believed', async (said) => {
    const { child, answer } = ask();
    child.emit('message', said);
    expect((await answer).kind).toBe('unreadable');
  });
});

test('the app asks the package, Electron, and a new process', async () => {
  const native = nativeAnswers({ getMediaAccessStatus: () => 'denied' }, new OwnDecisions(), {
    permissions: macPermissions(() => ({ kind: 'failed', why: 'not here' })),
    fresh: async () => value({ camera: 'authorized', microphone: 'authorized' }),
  });
  expect(native.mediaAccess('camera')).toEqual(value('denied'));
  expect(native.macPermission('camera')).toEqual(unreadable('not here'));
  expect(await native.freshMacPermissions()).toEqual(value({ camera: 'authorized', microphone: 'authorized' }));
});
