import { expect, test } from 'vitest';
import { isGone } from '../../../../core/guides/guide.ts';
import { type Reading, value } from '../../../../core/reading.ts';
import type { Report } from '../../../../core/report/schema.ts';
import { keepInMemory } from '../../../../main/front-end/progress-keeper.ts';
import { startSession } from '../../../../main/front-end/session.ts';
import { captureOf } from '../../core/captures.ts';
import { openMachine } from '../../recorded-machines.ts';

const REFUSED = {
  kind: 'failed',
  error: 'NotAllowedError',
  message: 'Permission denied by system',
  constraint: null,
} as const;

test('what macOS told a new process, and a test before that, is forgotten once it tells this one something else', async () => {
  const recorded = await openMachine('macos-13-own-denied');
  let status = 'denied';
  const machine = {
    ...recorded,
    native: { ...recorded.native, macPermission: () => value(status), mediaAccess: () => value(status) },
  };
  const emitted = Promise.withResolvers<Report>();
  const { handlers, close } = startSession({
    machine,
    about: null,
    launch: async () => true,
    emit: (event, payload) => {
      if (event === 'report' && 'findings' in payload) emitted.resolve(payload);
    },
    keeper: keepInMemory(),
  });
  await handlers.examine(null);
  await handlers.submitCaptures([captureOf({ outcome: REFUSED })]);
  const trouble = { cause: 'macos.denied', subject: 'this-app', medium: 'camera' } as const;
  await handlers.watch(trouble);
  status = 'authorized';
  const report = await emitted.promise;
  close();
  expect(isGone(report, trouble)).toBe(true);
});

test.each([
  ['chrome', '/usr/bin/tccutil reset Microphone com.google.Chrome'],
  ['chrome:Profile 2', '/usr/bin/tccutil reset Microphone com.google.Chrome'],
  ['this-app', '/usr/bin/tccutil reset Microphone dev.capture-doctor.app'],
  ['nobody; rm -rf /', null],
])(
  'the command that lets macOS forget what it decided about %s can be read before it is run',
  async (subject, command) => {
    const machine = await openMachine('macos-13-own-denied');
    const shared = { machine, about: null, launch: async () => true, emit: () => {}, keeper: keepInMemory() };
    expect(await startSession(shared).handlers.readResetCommand({ medium: 'microphone', subject })).toBe(command);
  },
);

test.each([
  ['open', ['report']],
  ['closed', []],
])('an answer of macOS that comes when the session is %s tells %j', async (state, events) => {
  const machine = await openMachine('macos-12-own-not-asked');
  const asking = Promise.withResolvers<void>();
  const answer = Promise.withResolvers<Reading<string>>();
  const told: string[] = [];
  const { handlers, close } = startSession({
    machine,
    about: null,
    launch: async () => true,
    emit: (event) => told.push(event),
    keeper: keepInMemory(),
    decisions: {
      ask: async () => {
        asking.resolve();
        return answer.promise;
      },
      run: async () => value({ code: 0, stdout: '', stderr: '' }),
    },
  });
  await handlers.examine(null);
  told.length = 0;
  const outcome = handlers.askSystem({ medium: 'camera' });
  await asking.promise;
  if (state === 'closed') close();
  answer.resolve(value('authorized'));
  expect(await outcome).toMatchObject({ kind: 'done' });
  expect(told).toEqual(events);
});
