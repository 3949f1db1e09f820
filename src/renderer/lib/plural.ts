const counts = new Intl.NumberFormat('en');

/** "1 key", "687 keys", "100,000 keys". */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${counts.format(count)} ${count === 1 ? one : many}`;
}

/** "100,000". */
export function grouped(count: number): string {
  return counts.format(count);
}
