import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import type { CallsOf, Handlers } from '../system/handlers.ts';
import type { Starter } from './starter.ts';

type Needs = {
  starter: Starter<unknown>;
  file: string;
  /** Selects a file or folder in the system's file manager. */
  showInFolder: (path: string) => void;
  quit: () => void;
};

export function startHandlers({ starter, file, showInFolder, quit }: Needs): Handlers<CallsOf<'start'>> {
  return {
    'start.state': async () => starter.state(),
    'start.tryAgain': () => starter.tryAgain(),
    'start.moveAside': () => starter.moveAside(),
    'start.repairRead': async () => starter.repairRead(),
    'start.showFolder': async ({ which }) => {
      const state = starter.state();
      const damaged = state.phase === 'ready' ? state.repair?.movedTo : undefined;
      const path = which === 'damaged' && damaged ? damaged : file;
      showInFolder(existsSync(path) ? path : dirname(path));
      return {};
    },
    'start.quit': async () => {
      quit();
      return {};
    },
  };
}
