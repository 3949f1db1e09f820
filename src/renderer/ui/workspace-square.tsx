import type { WorkspaceColour } from '#shared/domain/workspace.ts';
import styles from './workspace-square.module.css';

/** A workspace's own colour beside its name, the same everywhere. Decoration: the name is what says which one it is. */
export function WorkspaceSquare({ colour, size = 14 }: { colour: WorkspaceColour; size?: 10 | 14 }) {
  return (
    <span className={`${styles.square} ${styles[colour]} ${styles[`size${size}`]}`} aria-hidden="true" />
  );
}
