/** What a person who wrote down every answer would know about each key. */

/** `unclear`: sent, and no answer that tells. */
export type Outcome = 'done' | 'refused' | 'unclear';

type Known = { name: string; disabled: boolean; protected: boolean; scopes: string[] | null };

export type Ledger = ReturnType<typeof openLedger>;

export function openLedger() {
  const keys = new Map<string, Partial<Known>>();
  const deletions = new Map<string, Outcome>();
  const creations = new Map<string, Outcome>();
  return {
    /** By the platform's id. A fact is missing from the moment on at which nobody can be sure of it. */
    keys: keys as ReadonlyMap<string, Partial<Known>>,
    /** How the attempts to delete a key ended, all in all; undefined where nobody tried. */
    deletions: deletions as ReadonlyMap<string, Outcome>,
    /** By the name that was asked for; no name is asked for twice. */
    creations: creations as ReadonlyMap<string, Outcome>,

    exists: (remoteId: string, known: Known) => void keys.set(remoteId, known),
    created: (name: string, outcome: Outcome) => void creations.set(name, outcome),
    changed(remoteId: string, change: Partial<Known>, outcome: Outcome): void {
      const known = keys.get(remoteId);
      if (!known || outcome === 'refused') return;
      const unsure = new Set(outcome === 'unclear' ? Object.keys(change) : []);
      const facts = Object.entries({ ...known, ...change }).filter(([fact]) => !unsure.has(fact));
      keys.set(remoteId, Object.fromEntries(facts));
    },
    /** A refusal after an unclear attempt (404, say) does not make that attempt any clearer. */
    deleted(remoteId: string, outcome: Outcome): void {
      if (outcome !== 'refused' || !deletions.has(remoteId)) deletions.set(remoteId, outcome);
    },
  };
}
