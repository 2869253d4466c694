import {
  type Bridge,
  CALL_NAMES,
  CallError,
  type CallName,
  EVENT_NAMES,
  type EventName,
  type Reply,
} from '../../core/contract.ts';

/** What the preload exposes: the contract’s calls, whose answers are still in their envelope. */
interface Exposed {
  readonly on: (event: EventName, listener: (payload: never) => void) => () => void;
  readonly [call: string]: unknown;
}

declare global {
  interface Window {
    readonly captureDoctor?: Exposed;
  }
}

/** How a front end reaches main: through the preload in the app’s window, over loopback in a browser. */
interface Transport {
  readonly send: (call: CallName, argument: unknown) => Promise<Reply>;
  readonly listen: (event: EventName, listener: (payload: never) => void) => () => void;
  readonly onConnection: OnConnection;
}

/** Tells whether main can be reached, each time that changes, until the returned function is called. */
export type OnConnection = (listener: (connected: boolean) => void) => () => void;

/** The same bridge over either transport. */
export function connect(): { readonly bridge: Bridge; readonly onConnection: OnConnection } {
  const transport = window.captureDoctor === undefined ? loopback() : preload(window.captureDoctor);
  const calls = Object.fromEntries(
    CALL_NAMES.map((call) => [call, async (argument: unknown) => unwrap(await transport.send(call, argument))]),
  );
  const bridge = { ...calls, on: transport.listen };
  if (!isBridge(bridge)) throw new TypeError('The bridge is made of the contract’s own names');
  return { bridge, onConnection: transport.onConnection };
}

function isBridge(bridge: object): bridge is Bridge {
  return CALL_NAMES.every((call) => call in bridge);
}

function unwrap(reply: Reply): unknown {
  if (reply.ok) return reply.value;
  throw new CallError(reply.code, reply.message);
}

function preload(exposed: Exposed): Transport {
  return {
    send: (call, argument) => {
      const invoke = exposed[call];
      if (typeof invoke !== 'function') throw new TypeError(`The preload does not expose ${call}`);
      return invoke(argument);
    },
    listen: exposed.on,
    onConnection: () => () => {},
  };
}

function loopback(): Transport {
  const source = new EventSource('/events');
  return {
    send: async (call, argument) => {
      const response = await fetch(`/call/${call}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify([argument]),
      });
      return response.json();
    },
    listen: (event, listener) => {
      if (!EVENT_NAMES.includes(event)) throw new TypeError('There is no such event.');
      const receive = (message: MessageEvent<string>): void => listener(JSON.parse(message.data) as never);
      source.addEventListener(event, receive);
      return () => source.removeEventListener(event, receive);
    },
    // The browser tries again by itself, and main may be there again: after a sleep, say.
    onConnection: (listener) => {
      const [found, lost] = [(): void => listener(true), (): void => listener(false)];
      source.addEventListener('open', found);
      source.addEventListener('error', lost);
      return () => {
        source.removeEventListener('open', found);
        source.removeEventListener('error', lost);
      };
    },
  };
}
