import { expect, test } from 'vitest';
import { isGone } from '../../../../core/guides/guide.ts';
import { value } from '../../../../core/reading.ts';
import type { Report } from '../../../../core/report/schema.ts';
import { keepInMemory } from '../../../../main/front-end/progress-keeper.ts';
import { startSession } from '../../../../main/front-end/session.ts';
import { openMachine } from '../../recorded-machines.ts';

test('what macOS told a new process is forgotten once it tells this one something else', async () => {
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
  const trouble = { cause: 'macos.denied', subject: 'this-app', medium: 'camera' } as const;
  await handlers.watch(trouble);
  status = 'authorized';
  const report = await emitted.promise;
  close();
  expect(isGone(report, trouble)).toBe(true);
});
