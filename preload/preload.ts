import { contextBridge, ipcRenderer } from 'electron';
import { CALL_NAMES, channelOf, EVENT_NAMES, type EventName, type Reply } from '../core/contract.ts';

// A loop over the contract and nothing else: neither a channel’s name nor an event object reaches the page.

const calls = Object.fromEntries(
  CALL_NAMES.map((call) => [
    call,
    (argument: unknown): Promise<Reply> => ipcRenderer.invoke(channelOf(call), argument),
  ]),
);

function on(event: EventName, listener: (payload: unknown) => void): () => void {
  if (!EVENT_NAMES.includes(event)) throw new TypeError('There is no such event.');
  const receive = (_event: unknown, payload: unknown): void => listener(payload);
  ipcRenderer.on(channelOf(event), receive);
  return () => {
    ipcRenderer.removeListener(channelOf(event), receive);
  };
}

contextBridge.exposeInMainWorld('captureDoctor', Object.freeze({ ...calls, on }));
