/** Setting policies, letting keys rest, and planning days: all of it is kept here and sent nowhere. */
import type { KeyDetail } from '#shared/domain/key.ts';
import { mostSnoozeDays } from '#shared/domain/key-rotation.ts';
import {
  type ChosenDays,
  daysText,
  inheritedDays,
  isLonger,
  ownPolicyText,
} from '#shared/domain/policies.ts';
import { dateOf, dayOf, dayOfDate, dayText } from '#shared/domain/search/days.ts';
import type { CallOutput, CallParsed } from '#shared/ipc/contract.ts';
import type { PolicyChoice } from '../store/api/policies.ts';
import type { Store } from '../store/client.ts';
import { AppError } from '../system/app-error.ts';
import { type Clock, type Emit, timestamp } from '../system/ports.ts';

export type PolicyNeeds = { store: Store; clock: Clock; emit: Emit };

type Rests = CallOutput<'policies.snooze'>;
type Plan = CallParsed<'policies.plan'>;

export type PolicyService = ReturnType<typeof createPolicyService>;

export function createPolicyService({ store, clock, emit }: PolicyNeeds) {
  const today = () => dayOf(clock.now().getTime());

  function announce(workspaceIds: string[]): void {
    if (workspaceIds.length > 0) emit('inventory.changed', { workspaceIds });
  }

  async function detailOf(keyId: string): Promise<KeyDetail> {
    const detail = await store.read.keyDetail(keyId);
    if (detail) return detail;
    throw new AppError({ code: 'not-found', message: 'This key is not in the inventory any more.' });
  }

  async function rest(
    keyIds: readonly string[],
    until: number | null,
    note: { reason: string | null; detail: string },
  ): Promise<Rests> {
    const unique = [...new Set(keyIds)];
    const { before, workspaceIds } = await store.write.snoozeKeys(unique, until, {
      at: timestamp(clock),
      ...note,
    });
    announce(workspaceIds);
    return {
      before: before.map((each) => ({ ...each, until: each.until === null ? null : dateOf(each.until) })),
      left: unique.length - before.length,
    };
  }

  return {
    /** Throws `bad-input` beside the reason where one is missing. */
    async set(workspaceId: string | null, choices: readonly PolicyChoice[], reason: string) {
      if (workspaceId !== null) await refuseUnknown(store, workspaceId);
      const policies = await store.read.policies();
      const longer = choices.some(
        ({ environment, days }) =>
          days !== 'inherit' && isLonger(days, inheritedDays(policies, workspaceId, environment)),
      );
      if (longer && reason === '') throw reasonMissing('Say why these keys may live longer than others.');
      const note = { at: timestamp(clock), reason: reason || null };
      const { before, workspaceIds } = await store.write.setPolicies(workspaceId, choices, note);
      announce(workspaceIds);
      return { before };
    },

    async setForKey(keyId: string, days: ChosenDays, reason: string): Promise<KeyDetail> {
      const { inherited } = (await detailOf(keyId)).policy;
      if (days !== 'inherit' && isLonger(days, inherited) && reason === '')
        throw reasonMissing('Say why this key may live longer than others.');
      const said =
        days === 'inherit'
          ? withReason(`Back to the policy of its environment, ${daysText(inherited)}`, reason)
          : ownPolicyText(days, reason);
      const { workspaceIds } = await store.write.setKeyPolicy(keyId, days, {
        at: timestamp(clock),
        reason: reason || null,
        detail: said,
      });
      announce(workspaceIds);
      return detailOf(keyId);
    },

    async snooze(keyIds: readonly string[], until: string, reason: string): Promise<Rests> {
      const days = dayOfDate(until) - today();
      if (days < 1 || days > mostSnoozeDays) {
        throw new AppError({
          code: 'bad-input',
          field: 'days',
          message: `A key can rest for 1 to ${mostSnoozeDays} days.`,
        });
      }
      if (reason === '') throw reasonMissing('Say why this can wait.');
      const said = `Snoozed until ${dayText(dayOfDate(until))}`;
      const done = await rest(keyIds, dayOfDate(until), { reason, detail: withReason(said, reason) });
      if (done.before.length > 0) return done;
      throw new AppError({
        code: 'conflict',
        message: 'None of these keys is due some day, so there is nothing to put off.',
      });
    },

    endSnooze: (keyIds: readonly string[]): Promise<Rests> =>
      rest(keyIds, null, { reason: null, detail: 'Snooze ended early.' }),

    async plan({ plans, reason, back }: Plan) {
      const { before, refused, workspaceIds } = await store.write.planDays(
        plans.map(({ keyId, day }) => ({ keyId, day: day === null ? null : dayOfDate(day) })),
        back === true,
        { at: timestamp(clock), reason: reason || null },
      );
      if (refused.length > 0) throw outsidePolicy(refused.length, plans.length);
      announce(workspaceIds);
      return {
        before: before.map(({ keyId, day }) => ({ keyId, day: day === null ? null : dateOf(day) })),
      };
    },
  };
}

async function refuseUnknown(store: Store, workspaceId: string): Promise<void> {
  if ((await store.read.workspaces()).some(({ id }) => id === workspaceId)) return;
  throw new AppError({ code: 'not-found', message: 'This workspace is not in Latchkey any more.' });
}

function reasonMissing(message: string): AppError {
  return new AppError({ code: 'bad-input', field: 'reason', message });
}

function outsidePolicy(refused: number, wanted: number): AppError {
  const what = wanted === 1 ? 'This day is' : `For ${refused} of ${wanted} keys the day is`;
  return new AppError({
    code: 'conflict',
    message: `${what} outside of what the policy allows. Nothing was changed.`,
    hint: 'Choose an earlier day, snooze the key with a reason, or change its policy.',
  });
}

function withReason(said: string, reason: string): string {
  return reason === '' ? `${said}.` : `${said}: ${reason}`;
}
