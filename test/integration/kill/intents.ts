/** What the file of a killed desk says, read without the application. */
import Database from 'better-sqlite3';

export type OpenIntent = {
  id: string;
  action: string;
  expected: {
    remoteId?: string;
    name?: string;
    disabled?: boolean;
    grant?: { scopes: string[] | null };
    metadata?: Record<string, unknown>;
  };
};

export function openIntents(file: string): OpenIntent[] {
  const rows = ask(file, "SELECT id, action, expected FROM intents WHERE outcome = 'open'") as {
    id: string;
    action: string;
    expected: string;
  }[];
  return rows.map((row) => ({ ...row, expected: JSON.parse(row.expected) }));
}

export function outcomeOf(file: string, intentId = ''): unknown {
  return (ask(file, 'SELECT outcome FROM intents WHERE id = ?', intentId) as { outcome: string }[])[0]
    ?.outcome;
}

export function quickCheck(file: string): unknown {
  return Object.values((ask(file, 'PRAGMA quick_check') as object[])[0] ?? {})[0];
}

function ask(file: string, shape: string, ...values: string[]): unknown[] {
  const database = new Database(file, { readonly: true });
  try {
    return database.prepare(shape).all(...values);
  } finally {
    database.close();
  }
}
