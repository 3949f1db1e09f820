/** The bridge: one frozen object of functions, one for each call and event of the contract, and nothing generic. */
import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron';
import { bridgeCallName, bridgeEventName, callNames, eventNames } from '#shared/ipc/names.ts';

const invoke = (name: string) => (input: unknown) => ipcRenderer.invoke(name, input);

const subscribe = (name: string) => (listener: (payload: unknown) => void) => {
  // Electron's event object stays here: it would hand the window a way to the sender.
  const forward = (_event: IpcRendererEvent, payload: unknown) => listener(payload);
  ipcRenderer.on(name, forward);
  return () => {
    ipcRenderer.removeListener(name, forward);
  };
};

const bridge = Object.freeze(
  Object.fromEntries([
    ...callNames.map((name) => [bridgeCallName(name), invoke(name)] as const),
    ...eventNames.map((name) => [bridgeEventName(name), subscribe(name)] as const),
  ]),
);

contextBridge.exposeInMainWorld('latchkey', bridge);
