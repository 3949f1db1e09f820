/** Loaded first in a utility process: gives it the `process.parentPort` it has in Electron. */
import { EventEmitter } from 'node:events';

class ParentPort extends EventEmitter {
  postMessage(message: unknown): void {
    process.send?.(message);
  }
}

const parentPort = new ParentPort();
process.on('message', (data) => parentPort.emit('message', { data, ports: [] }));
// Electron ends its utility processes with the application, however that came about.
process.on('disconnect', () => {
  parentPort.emit('close');
  process.exit();
});
Object.defineProperty(process, 'parentPort', { value: parentPort });
