import { Notice } from '../../ui/notice.tsx';
import { useView } from '../inventory/view-store.ts';
import { useWorkspaces } from '../workspaces/workspaces-store.ts';
import { useClocks } from './clock-store.ts';
import { clockHint, clockWords } from './clock-words.ts';

/** Says that a clock is wrong, of the workspaces in view; the host that is furthest off where there are several. */
export function ClockBanner() {
  const workspaceId = useView((view) => view.workspaceId);
  const list = useWorkspaces((state) => state.list) ?? [];
  const clocks = useClocks((state) => state.clocks);
  const inView = list.filter(({ id }) => workspaceId === null || id === workspaceId);
  const hosts = new Set(inView.map(({ baseUrl }) => new URL(baseUrl).host));
  const [furthest] = clocks
    .filter(({ host }) => hosts.has(host))
    .sort((a, b) => Math.abs(b.ahead) - Math.abs(a.ahead));
  const words = furthest && clockWords(furthest.host, furthest.ahead);
  return words ? <Notice tone="warn" banner message={words} hint={clockHint} /> : null;
}
