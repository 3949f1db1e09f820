/** The board and the calendar of rotation: keys by how urgent they are, and by the day on which they are due. */
import { keyRowSchema } from '../domain/key.ts';
import { z } from '../zod.ts';
import { call } from './define.ts';
import { inventoryQuerySchema } from './inventory.ts';

/** Which keys are meant: as the inventory has them, in an order of their own. */
const boardQuerySchema = inventoryQuerySchema.omit({ sort: true });
export type BoardQuery = z.infer<typeof boardQuerySchema>;

export const dueColumns = ['overdue', 'due'] as const;
const dueColumnSchema = z.enum(dueColumns);
export type DueColumn = z.infer<typeof dueColumnSchema>;

/** A key as a card has it. */
const boardKeySchema = keyRowSchema.extend({
  /** How many are noted to use it. */
  consumers: z.number().int().nonnegative(),
  /** How it is used, as in "nightly about 02:00"; left out where nothing tells, and in the cells of the calendar. */
  cadence: z.string().exactOptional(),
  /** Why it rests and who said so; left out for a key that does not. */
  snoozed: z.strictObject({ reason: z.string(), by: z.string().nullable() }).exactOptional(),
});
export type BoardKey = z.infer<typeof boardKeySchema>;

const window = {
  offset: z.number().int().nonnegative(),
  limit: z.number().int().min(1).max(200),
};
const boardKeysSchema = z.strictObject({ total: z.number().int(), rows: z.array(boardKeySchema) });
/** `resting`: how many of them, at the end, are snoozed and would stand there if they were not. */
const columnSchema = boardKeysSchema.extend({ resting: z.number().int() });

/** Days as `dayOf` has them. */
const day = z.number().int();

const calendarDaySchema = z.strictObject({
  day,
  /** Keys due on it. */
  count: z.number().int().positive(),
  /** The first of them by name, as many as a cell of the calendar can show. */
  first: z.array(boardKeySchema),
});
export type CalendarDay = z.infer<typeof calendarDaySchema>;

/** The weeks that any month touches. */
export const mostCalendarDays = 42;

export const boardCalls = {
  /** One column, from the key that is due first; snoozed ones at its end. */
  'board.keys': call(
    z.strictObject({ query: boardQuerySchema, column: dueColumnSchema, ...window }),
    columnSchema,
  ),
  /** Where a key stands in a column (0-based), or null where it is not in it. */
  'board.position': call(
    z.strictObject({ query: boardQuerySchema, column: dueColumnSchema, keyId: z.string() }),
    z.strictObject({ position: z.number().int().nonnegative().nullable() }),
  ),
  /** Of the days that follow on `from`, those on which keys are due. */
  'board.days': call(
    z.strictObject({
      query: boardQuerySchema,
      from: day,
      days: z.number().int().min(1).max(mostCalendarDays),
    }),
    z.strictObject({ days: z.array(calendarDaySchema) }),
  ),
  /** The keys due on one day, by name. */
  'board.day': call(z.strictObject({ query: boardQuerySchema, day, ...window }), boardKeysSchema),
};
