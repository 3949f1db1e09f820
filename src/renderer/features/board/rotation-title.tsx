/** The name of the screen. */
import styles from './rotation-title.module.css';

export function RotationTitle() {
  return <h2 className={styles.name}>Rotation</h2>;
}
