/**
 * The cheapest way to send as much as possible through a network of arcs with capacities: shortest paths with potentials,
 * and along all shortest paths of one length at a time. Exact and the same every time.
 */

type Arc = { to: number; left: number; cost: number; back: number };

export class Network {
  readonly #arcs: Arc[][];

  /** Nodes are numbered from 0. */
  constructor(nodes: number) {
    this.#arcs = Array.from({ length: nodes }, () => []);
  }

  /** `cost`: of each unit, never negative. Gives what `sent` is asked by. */
  connect(from: number, to: number, capacity: number, cost = 0): () => number {
    const [out, into] = [this.#out(from), this.#out(to)];
    const arc: Arc = { to, left: capacity, cost, back: into.length };
    into.push({ to: from, left: 0, cost: -cost, back: out.length });
    out.push(arc);
    return () => capacity - arc.left;
  }

  /** Gives how much arrives. To be called once. */
  send(source: number, sink: number): number {
    const potential = new Float64Array(this.#arcs.length);
    let sent = 0;
    while (this.#measure(source, sink, potential)) {
      const visited = new Uint8Array(this.#arcs.length);
      for (;;) {
        const pushed = this.#push(source, sink, Number.POSITIVE_INFINITY, potential, visited.fill(0));
        if (pushed === 0) break;
        sent += pushed;
      }
    }
    return sent;
  }

  /** Lengths of the shortest paths (Dijkstra, over costs made positive by the potentials); false once nothing gets through. */
  #measure(source: number, sink: number, potential: Float64Array): boolean {
    const count = this.#arcs.length;
    const length = new Float64Array(count).fill(Number.POSITIVE_INFINITY);
    const waiting = new Heap();
    length[source] = 0;
    waiting.add(source, 0);
    for (let next = waiting.take(); next; next = waiting.take()) {
      const { node, at } = next;
      if (at > (length[node] ?? 0)) continue;
      for (const { to, left, cost } of this.#out(node)) {
        if (left === 0) continue;
        const there = at + cost + (potential[node] ?? 0) - (potential[to] ?? 0);
        if (there >= (length[to] ?? 0)) continue;
        length[to] = there;
        waiting.add(to, there);
      }
    }
    const end = length[sink] ?? Number.POSITIVE_INFINITY;
    if (end === Number.POSITIVE_INFINITY) return false;
    // What is farther than the sink cannot be on a shortest path; the bound keeps all costs positive.
    for (let node = 0; node < count; node++)
      potential[node] = (potential[node] ?? 0) + Math.min(length[node] ?? end, end);
    return true;
  }

  /** Along arcs that lie on shortest paths only. Gives what got through. */
  #push(node: number, sink: number, most: number, potential: Float64Array, visited: Uint8Array): number {
    if (node === sink) return most;
    visited[node] = 1;
    for (const arc of this.#out(node)) {
      if (arc.left === 0 || visited[arc.to]) continue;
      if (arc.cost + (potential[node] ?? 0) - (potential[arc.to] ?? 0) !== 0) continue;
      const pushed = this.#push(arc.to, sink, Math.min(most, arc.left), potential, visited);
      if (pushed === 0) continue;
      arc.left -= pushed;
      const back = this.#out(arc.to)[arc.back];
      if (back) back.left += pushed;
      return pushed;
    }
    return 0;
  }

  #out(node: number): Arc[] {
    const arcs = this.#arcs[node];
    if (!arcs) throw new RangeError(`There is no node ${node}.`);
    return arcs;
  }
}

/** Gives the nearest first; nodes may be in it more than once. */
class Heap {
  readonly #items: { node: number; at: number }[] = [];

  add(node: number, at: number): void {
    const items = this.#items;
    let here = items.length;
    while (here > 0) {
      const parent = (here - 1) >> 1;
      const above = items[parent];
      if (!above || above.at <= at) break;
      items[here] = above;
      here = parent;
    }
    items[here] = { node, at };
  }

  take(): { node: number; at: number } | undefined {
    const items = this.#items;
    const first = items[0];
    const last = items.pop();
    if (!last || items.length === 0) return first;
    let here = 0;
    for (;;) {
      const left = 2 * here + 1;
      const child =
        (items[left + 1]?.at ?? Number.POSITIVE_INFINITY) < (items[left]?.at ?? 0) ? left + 1 : left;
      const below = items[child];
      if (!below || below.at >= last.at) break;
      items[here] = below;
      here = child;
    }
    items[here] = last;
    return first;
  }
}
