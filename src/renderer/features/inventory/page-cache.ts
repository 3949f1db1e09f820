/**
 * Rows by position, in pages, as a value: what is on screen, what has to be fetched, and what may be forgotten.
 *
 * A generation is one state of the inventory under one query. Pages of an older generation stay on screen until
 * newer ones arrive, so that nothing flickers; after a change of the query they all go with the first new page,
 * since they belong to another order.
 */

/** Rows fetched at a time. */
export const pageSize = 100;
/** Pages kept in memory; far more than any screen shows. */
export const keptPages = 12;

type Page<Row> = { generation: number; rows: readonly Row[] };

export type PageCache<Row> = {
  generation: number;
  /** The query changed with this generation, and no page of it has arrived yet. */
  restarting: boolean;
  /** Matching rows; null before the first answer. */
  total: number | null;
  /** Rows there would be without a search. */
  all: number;
  pages: ReadonlyMap<number, Page<Row>>;
};

/** Positions of rows, both included. */
export type Range = { first: number; last: number };

export function emptyCache<Row>(): PageCache<Row> {
  return { generation: 0, restarting: false, total: null, all: 0, pages: new Map() };
}

/** The row at a position of the result, or undefined while it is not known. */
export function rowAt<Row>(cache: PageCache<Row>, position: number): Row | undefined {
  return cache.pages.get(Math.floor(position / pageSize))?.rows[position % pageSize];
}

/** The same query, but the rows may differ by now. */
export function outdated<Row>(cache: PageCache<Row>): PageCache<Row> {
  return { ...cache, generation: cache.generation + 1 };
}

/** Another query: other rows in another order. */
export function restarted<Row>(cache: PageCache<Row>): PageCache<Row> {
  return { ...cache, generation: cache.generation + 1, restarting: true };
}

/** Pages in the range that are unknown or out of date, nearest to its start first. */
export function wantedPages<Row>(cache: PageCache<Row>, range: Range): number[] {
  const known = cache.total !== null && !cache.restarting;
  // An empty list still has a first page to ask for again: that is how its first key appears.
  const lastRow = known ? Math.max(0, Math.min(range.last, (cache.total ?? 0) - 1)) : range.last;
  const wanted: number[] = [];
  for (let page = Math.floor(range.first / pageSize); page * pageSize <= lastRow; page += 1) {
    if (cache.pages.get(page)?.generation !== cache.generation) wanted.push(page);
  }
  return wanted;
}

/** Takes an answer in. One that belongs to an older generation changes nothing. */
export function withPage<Row>(
  cache: PageCache<Row>,
  generation: number,
  page: number,
  { total, all, rows }: { total: number; all: number; rows: readonly Row[] },
): PageCache<Row> {
  if (generation !== cache.generation) return cache;
  const kept = [...cache.pages].filter(([number]) => !cache.restarting && number * pageSize < total);
  const pages = new Map([...kept, [page, { generation, rows }] as const]);
  const farthestFirst = [...pages.keys()].sort((a, b) => Math.abs(b - page) - Math.abs(a - page));
  for (const number of farthestFirst.slice(0, Math.max(0, pages.size - keptPages))) pages.delete(number);
  return { ...cache, restarting: false, total, all, pages };
}
