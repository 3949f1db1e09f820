import { NamedEmitter } from './named.ts';

/** Power and screen events, which only tests send here. */
export class StandinPowerMonitor extends NamedEmitter {
  static override readonly name = 'powerMonitor';

  constructor() {
    super([
      'suspend',
      'resume',
      'on-ac',
      'on-battery',
      'shutdown',
      'lock-screen',
      'unlock-screen',
      'user-did-become-active',
      'user-did-resign-active',
    ]);
  }
}

export const powerMonitor = new StandinPowerMonitor();
