/** The tokens a search understands: what each is for, and which values it takes. */
import { environmentSchema } from '../environment.ts';
import { platformIdSchema } from '../platform.ts';
import { abilityNames } from './abilities.ts';
import { type DayToken, dayTokens, type ListToken, listTokens, type TokenName } from './term.ts';

const isValues = [
  'full-access',
  'protected',
  'quarantined',
  'snoozed',
  'public',
  'this-login',
  'default',
  'awaiting-use',
  'silent',
  'woke',
] as const;
const statusValues = ['active', 'due-soon', 'overdue', 'disabled', 'protected', 'vanished'] as const;

/** The values a token takes; null where any text does. */
export const allowedValues: Readonly<Record<ListToken, readonly string[] | null>> = {
  env: environmentSchema.options,
  ws: null,
  platform: platformIdSchema.options,
  scope: null,
  can: abilityNames,
  by: null,
  status: statusValues,
  is: isValues,
};

/** What a token finds, in a few words. */
export const tokenHints: Readonly<Record<TokenName, string>> = {
  env: 'Environment',
  ws: 'Workspace, by name or slug',
  platform: 'Platform',
  scope: 'Scope as the platform names it',
  can: 'What the key may do; full access counts',
  by: 'Created by',
  status: 'Status',
  is: 'What kind of key',
  created: 'Age in days, or a date',
  due: 'Rotation due, in days or by a date',
  unused: 'Days without use, where the platform reports use',
};

/** Well-formed values of the tokens that compare days: shown as examples and offered while typing. */
export const dayExamples: Readonly<Record<DayToken, readonly string[]>> = {
  created: ['>90d', '<7d', '<2026-01-01'],
  due: ['<14d', '<30d', '<0d'],
  unused: ['>90d', '>30d'],
};

export const tokenNames: readonly TokenName[] = [...listTokens, ...dayTokens];

export function isListToken(name: string): name is ListToken {
  return listTokens.some((token) => token === name);
}

export function isDayToken(name: string): name is DayToken {
  return dayTokens.some((token) => token === name);
}
