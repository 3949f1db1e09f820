/** What services need from the system, as small ports: real ones in production, chosen ones in tests. */
import type { EventName, EventPayload } from '#shared/ipc/contract.ts';

export type Clock = { now(): Date };
export const systemClock: Clock = { now: () => new Date() };

/** A fresh identifier that never repeats. */
export type NewId = () => string;

/** Tells every open window that something happened. */
export type Emit = <Name extends EventName>(name: Name, payload: EventPayload<Name>) => void;

export function timestamp(clock: Clock): string {
  return clock.now().toISOString();
}
