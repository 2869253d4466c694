import { describe, expect, test } from 'vitest';
import { clientOf, resetCommand } from '../../../../core/mac-clients.ts';
import { absent, type Reading, unreadable, value } from '../../../../core/reading.ts';
import { keepInMemory } from '../../../../main/front-end/progress-keeper.ts';
import { startSession } from '../../../../main/front-end/session.ts';
import type { CommandOutput } from '../../../../main/machine/machine.ts';
import { askMac, forgetDecision, type MacDecisions } from '../../../../main/settings/mac-decisions.ts';
import { openMachine } from '../../recorded-machines.ts';

/** Notes what is asked and run. */
function noting(
  answer: Reading<string> = value('authorized'),
  ran: Reading<CommandOutput> = value({ code: 0, stdout: '', stderr: '' }),
) {
  const done: string[] = [];
  const decisions: MacDecisions = {
    ask: async (medium) => {
      done.push(`ask ${medium}`);
      return answer;
    },
    run: async (command) => {
      done.push(command.join(' '));
      return ran;
    },
  };
  return { done, decisions };
}

describe('macOS is made to ask', () => {
  test('where nobody has answered yet', async () => {
    const { done, decisions } = noting();
    expect(await askMac(await openMachine('macos-12-own-not-asked'), decisions, 'camera')).toBeNull();
    expect(done).toEqual(['ask camera']);
  });

  test('where nobody has answered any more, which only a new process is told', async () => {
    const { done, decisions } = noting();
    const machine = await openMachine('macos-26-healthy-plain');
    const fresh = value({ camera: 'not determined', microphone: 'authorized' });
    const native = { ...machine.native, freshMacPermissions: async () => fresh };
    expect(await askMac({ ...machine, native }, decisions, 'camera')).toBeNull();
    expect(done).toEqual(['ask camera']);
  });

  test.each([
    ['where it was refused', 'macos-13-own-denied', 'its answer is denied'],
    ['where it is restricted', 'macos-10.15-screen-time', 'its answer is restricted'],
    ['where it is allowed', 'macos-26-healthy-plain', 'its answer is authorized'],
    ['in the name of a terminal', 'macos-26-from-terminal-denied', 'the program that this was started from'],
    ['where the answer is not known', 'macos-arc-default', 'native.macPermissions'],
    ['on another system', 'linux-healthy-laptop', 'only the app on macOS'],
  ])('never %s', async (_when, name, why) => {
    const { done, decisions } = noting();
    expect(await askMac(await openMachine(name), decisions, 'camera')).toContain(why);
    expect(done).toEqual([]);
  });

  test('never by a front end that is not the app', async () => {
    expect(await askMac(await openMachine('macos-12-own-not-asked'), undefined, 'camera')).toContain('only the app');
  });

  test('and says when macOS refused without a question', async () => {
    const { decisions } = noting(value('denied'));
    expect(await askMac(await openMachine('macos-12-own-not-asked'), decisions, 'camera')).toContain('without asking');
  });

  test('and says when it could not', async () => {
    const { decisions } = noting(unreadable('it did not load'));
    expect(await askMac(await openMachine('macos-12-own-not-asked'), decisions, 'camera')).toBe('it did not load');
  });
});

describe('macOS is made to forget', () => {
  test('the decision about one program and one device', async () => {
    const { done, decisions } = noting();
    expect(await forgetDecision(await openMachine('macos-26-healthy-plain'), decisions, 'chrome', 'camera')).toBeNull();
    expect(done).toEqual(['/usr/bin/tccutil reset Camera com.google.Chrome']);
  });

  test.each([
    ['fails', value({ code: 70, stdout: '', stderr: 'tccutil: No such bundle identifier' }), 'failed with 70'],
    ['is not there', absent, 'not there'],
    ['hangs', unreadable('/usr/bin/tccutil: no answer within 5000 ms'), 'no answer'],
  ])('and says when the command %s', async (_when, ran, why) => {
    const { decisions } = noting(undefined, ran);
    const machine = await openMachine('macos-26-healthy-plain');
    expect(await forgetDecision(machine, decisions, 'this-app', 'microphone')).toContain(why);
  });

  test.each(['', 'All', 'chrome; rm -rf ~', '../chrome', 'constructor', 'us.zoom.xos'])(
    'about nobody that is not known, such as “%s”',
    async (subject) => {
      const { done, decisions } = noting();
      const machine = await openMachine('macos-26-healthy-plain');
      expect(await forgetDecision(machine, decisions, subject, 'camera')).not.toBeNull();
      expect(done).toEqual([]);
    },
  );

  test('never for all apps at once', () => {
    for (const subject of ['this-app', 'chrome', 'chrome:Profile 2', 'firefox'])
      expect(resetCommand(subject, 'camera')).toHaveLength(4);
    expect(clientOf('chrome:Profile 2')).toBe('com.google.Chrome');
    expect(clientOf('yandex@snap')).toBe('ru.yandex.desktop.yandex-browser');
    expect(resetCommand('', 'camera')).toBeNull();
  });
});

describe('over the contract', () => {
  const launch = async () => false;
  const begin = async (name: string, decisions?: MacDecisions) =>
    startSession({
      machine: await openMachine(name),
      about: null,
      launch,
      emit: () => {},
      keeper: keepInMemory(),
      ...(decisions === undefined ? {} : { decisions }),
    });

  test('nothing is asked and nothing forgotten until somebody calls for it', async () => {
    const { done, decisions } = noting();
    const { handlers, close } = await begin('macos-12-own-not-asked', decisions);
    await handlers.examine(null);
    await handlers.watch({ cause: 'macos.not-asked', subject: 'this-app', medium: 'camera' });
    close();
    expect(done).toEqual([]);
    expect((await handlers.askSystem({ medium: 'microphone' })).kind).toBe('done');
    expect(done).toEqual(['ask microphone']);
  });

  test('a program that is not here is not forgotten', async () => {
    const { done, decisions } = noting();
    const { handlers } = await begin('macos-26-healthy-plain', decisions);
    await handlers.examine(null);
    expect(await handlers.resetDecision({ medium: 'camera', subject: 'firefox' })).toMatchObject({ kind: 'not-done' });
    expect(done).toEqual([]);
    expect(await handlers.resetDecision({ medium: 'camera', subject: 'chrome' })).toMatchObject({ kind: 'done' });
    expect(done).toEqual(['/usr/bin/tccutil reset Camera com.google.Chrome']);
  });

  test('a browser’s window does neither', async () => {
    const { handlers } = await begin('macos-12-own-not-asked');
    expect(await handlers.askSystem({ medium: 'camera' })).toMatchObject({ kind: 'not-done' });
    expect(await handlers.resetDecision({ medium: 'camera', subject: 'this-app' })).toMatchObject({ kind: 'not-done' });
  });
});
