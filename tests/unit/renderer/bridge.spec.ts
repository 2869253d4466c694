import { afterEach, expect, test, vi } from 'vitest';
import { connect } from '../../../renderer/app/bridge.ts';

class StandInSource extends EventTarget {
  static readonly opened: StandInSource[] = [];

  constructor() {
    super();
    StandInSource.opened.push(this);
  }
}

afterEach(() => vi.unstubAllGlobals());

test('over loopback it is told that main is gone, and that it is there again', () => {
  vi.stubGlobal('window', {});
  vi.stubGlobal('EventSource', StandInSource);
  const told: boolean[] = [];
  const stop = connect().onConnection((connected) => told.push(connected));
  const [source] = StandInSource.opened;
  for (const event of ['open', 'error', 'error', 'open']) source?.dispatchEvent(new Event(event));
  expect(told).toEqual([true, false, false, true]);
  stop();
  source?.dispatchEvent(new Event('error'));
  expect(told).toHaveLength(4);
});

test('a refusal of main’s is an error with its code, and an answer comes without its envelope', async () => {
  vi.stubGlobal('window', {});
  vi.stubGlobal('EventSource', StandInSource);
  const replies = [
    { ok: true, value: { ref: '1' } },
    { ok: false, code: 'bad-argument', message: 'no' },
  ];
  vi.stubGlobal('fetch', async () => Response.json(replies.shift()));
  const { bridge } = connect();
  expect(await bridge.readCase(null)).toEqual({ ref: '1' });
  await expect(bridge.readCase(null)).rejects.toMatchObject({ code: 'bad-argument', message: 'no' });
});
