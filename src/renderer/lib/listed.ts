const conjunction = new Intl.ListFormat('en', { type: 'conjunction' });

/** "Acme, Northwind, and Orchard": the names of several things as a sentence has them. */
export function listed(names: readonly string[]): string {
  return conjunction.format(names);
}
