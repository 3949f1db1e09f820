import type { ClipboardGuard } from '../../../src/main/secrets/clipboard-guard.ts';
import type { WatchOrder } from '../../../src/main/secrets/clipboard-watch.ts';

/** Writes down what it was told. */
export class FakeGuard implements ClipboardGuard {
  prepared = 0;
  /** What a helper would clear now, if this process were killed. */
  watched: WatchOrder | null = null;
  /** Runs before an order is acknowledged. */
  whileWatching: () => void = () => undefined;

  prepare(): void {
    this.prepared += 1;
  }

  async watch(order: WatchOrder): Promise<void> {
    this.watched = order;
    this.whileWatching();
  }

  release(): void {
    this.watched = null;
  }
}
