const { contextBridge, ipcRenderer } = require('electron');

contextBridge.exposeInMainWorld('probeBridge', {
  version: 1,
  nested: { list: [1, 2, 3] },
  echo: (...args) => ipcRenderer.invoke('echo', ...args),
  who: () => ipcRenderer.invoke('who'),
  slow: () => ipcRenderer.invoke('slow'),
  fail: () => ipcRenderer.invoke('fail'),
  nobody: () => ipcRenderer.invoke('nobody'),
  uncloneable: () => ipcRenderer.invoke('uncloneable'),
  unknown: () => ipcRenderer.sendSync('echo'),
  sum: (a, b) => a + b,
  throws: () => {
    throw new RangeError('too far');
  },
  greet: (name) => ipcRenderer.send('greet', name),
  onGreeting: (listener) => {
    const heard = (_event, ...args) => listener(...args);
    ipcRenderer.on('greeting', heard);
    return () => ipcRenderer.removeListener('greeting', heard);
  },
  again: () => contextBridge.exposeInMainWorld('probeBridge', {}),
  later: (milliseconds, run) => run(milliseconds),
  bindings: () => Object.getOwnPropertyNames(globalThis).filter((name) => name.startsWith('standin_host')),
});

globalThis.onlyInPreload = true;
