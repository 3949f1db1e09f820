/** How a feature answers calls of the contract. */
import type { CallName, CallOutput, CallParsed } from '#shared/ipc/contract.ts';

/** Gets the parsed input, answers the value or throws; refusals become typed results in the binding. */
type Handler<Name extends CallName> = (input: CallParsed<Name>) => Promise<CallOutput<Name>>;

export type Handlers<Names extends CallName = CallName> = { [Name in Names]: Handler<Name> };

/** All but the start's own, which come before there are services. */
export type ServiceHandlers = Omit<Handlers, CallsOf<'start'>>;

/** The calls whose names start with a feature's prefix. */
export type CallsOf<Prefix extends string> = Extract<CallName, `${Prefix}.${string}`>;
