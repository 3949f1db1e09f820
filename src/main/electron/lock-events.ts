/** The moments at which the person has left the computer, or is about to. */
import { powerMonitor } from 'electron';

export function onLock(listener: () => void): void {
  powerMonitor.on('lock-screen', listener);
  powerMonitor.on('suspend', listener);
}
