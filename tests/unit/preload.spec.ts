import { beforeAll, describe, expect, test, vi } from 'vitest';
import { CALL_NAMES, channelOf, EVENT_NAMES } from '../../core/contract.ts';

const exposed = new Map<string, Record<string, unknown>>();
const invoked: unknown[][] = [];
const listening = new Map<string, (event: unknown, payload: unknown) => void>();

vi.mock('electron', () => ({
  contextBridge: { exposeInMainWorld: (name: string, api: Record<string, unknown>) => exposed.set(name, api) },
  ipcRenderer: {
    invoke: async (...message: unknown[]) => {
      invoked.push(message);
      return { ok: true, value: null };
    },
    on: (channel: string, listener: (event: unknown, payload: unknown) => void) => listening.set(channel, listener),
    removeListener: (channel: string, listener: unknown) => {
      if (listening.get(channel) === listener) listening.delete(channel);
    },
  },
}));

describe('the preload', () => {
  beforeAll(() => import('../../preload/preload.ts'));

  const api = () => exposed.get('captureDoctor') ?? {};
  const listen = (event: string, listener: (...args: unknown[]) => void): unknown => {
    const { on } = api();
    return typeof on === 'function' ? on(event, listener) : null;
  };

  test('shows the page the calls of the contract, and nothing else', () => {
    expect([...exposed.keys()]).toEqual(['captureDoctor']);
    expect(Object.keys(api()).toSorted()).toEqual([...CALL_NAMES, 'on'].toSorted());
    expect(Object.isFrozen(api())).toBe(true);
  });

  test.each(CALL_NAMES)('sends %s on its own channel, with one argument whatever the page gives', async (name) => {
    invoked.length = 0;
    const call = api()[name];
    if (typeof call === 'function') await call(null, 'second', 'third');
    expect(invoked).toEqual([[channelOf(name), null]]);
  });

  test.each(EVENT_NAMES)('hands over what %s says, without the event object that leads back to main', (name) => {
    const heard: unknown[][] = [];
    const stop = listen(name, (...args) => heard.push(args));
    const event = { sender: 'a way to send anything' };
    listening.get(channelOf(name))?.(event, { told: true });
    expect(heard).toEqual([[{ told: true }]]);
    if (typeof stop === 'function') stop();
    expect(listening.size).toBe(0);
  });

  test.each(['', 'examine', 'capture-doctor:report', '__proto__', 'ELECTRON_BROWSER_REQUIRE'])(
    'listens to no event %j',
    (name) => {
      expect(() => listen(name, () => {})).toThrow('There is no such event.');
      expect(listening.size).toBe(0);
    },
  );
});
