import type { CommandLine } from 'electron';
import { configuration } from '../configuration.ts';
import { Named } from './named.ts';

type Shown = Pick<CommandLine, 'hasSwitch' | 'getSwitchValue' | 'appendSwitch'>;

/** The switches of this start. What the application appends is kept and answered, but does not reach Chromium. */
export class StandinCommandLine extends Named implements Shown {
  readonly #switches = new Map<string, string>();

  constructor(args: readonly string[]) {
    super();
    for (const arg of args) {
      const [, name, value = ''] = /^--([^=]+)(?:=(.*))?$/s.exec(arg) ?? [];
      if (name) this.#switches.set(name, value);
    }
  }

  /** By its name without dashes. */
  hasSwitch(name: string): boolean {
    return this.#switches.has(name);
  }

  /** Empty for a switch without value, and for one that is not there. */
  getSwitchValue(name: string): string {
    return this.#switches.get(name) ?? '';
  }

  appendSwitch(name: string, value = ''): void {
    this.#switches.set(name, value);
  }
}

export const commandLine = new StandinCommandLine(configuration.arguments);
