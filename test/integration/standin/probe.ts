/** The probe application as tests see it: started in a folder of its own, watched through its window and its process. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, vi } from 'vitest';
import { type Host, type LaunchOptions, launch } from '../../e2e/support/host.ts';
import type { Probe } from './probe/main.ts';

export const PROBE = join(import.meta.dirname, 'probe');

interface ProbeBridge {
  readonly nested: { readonly list: number[] };
  echo(...args: unknown[]): Promise<unknown[]>;
  who(): Promise<Probe['senders'][number]>;
  slow(): Promise<string>;
  fail(): Promise<never>;
  nobody(): Promise<never>;
  uncloneable(): Promise<never>;
  unknown(): void;
  sum(a: number, b: number): number;
  throws(): never;
  greet(name: string): void;
  onGreeting(listener: (text: string, when: Date) => void): () => void;
  again(): void;
  later<T>(value: T, run: (value: T) => T): T;
  bindings(): string[];
}

declare global {
  interface Window {
    readonly probeBridge: ProbeBridge;
    readonly atStart: Record<string, unknown>;
    readonly inlineRan?: boolean;
    slowAnswer?: Promise<string>;
  }
  var probe: Probe;
}

/** Polls without vitest's own limit of one second, which a busy machine can miss. */
export function eventually<T>(value: () => T): ReturnType<typeof expect.poll<T>> {
  return expect.poll(value, { timeout: 50_000 });
}

export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'standin-test-'));
}

export const removeFolder = (folder: string) => rmSync(folder, { recursive: true, force: true });

/** With its window shown, so that what tests do comes after all that a start tells. */
export async function launchProbe(userDataDir: string, more: Partial<LaunchOptions> = {}): Promise<Host> {
  const host = await launch({ userDataDir, root: PROBE, ...more });
  // Not `eventually`: polling expectations are for tests alone, and hooks start the probe, too.
  const isShown = () => expect(eventLines(host)).toContain('window show');
  await vi.waitFor(isShown, { timeout: 50_000 });
  return host;
}

/** Ids of the processes whose command line names this text, zombies included. */
export function processesNaming(text: string): number[] {
  const ids = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid);
  return ids.map(Number).filter((pid) => {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(text);
    } catch {
      // It ended while we looked.
      return false;
    }
  });
}

/** Resolves when no process names the text any more. */
export async function allGone(text: string): Promise<void> {
  while (processesNaming(text).length > 0) await new Promise((resolve) => setTimeout(resolve, 20));
}

/** The `event ...` lines of the probe, in order. */
export const eventLines = (host: Host) =>
  host.logs.filter((line) => line.startsWith('event ')).map((line) => line.slice('event '.length));
