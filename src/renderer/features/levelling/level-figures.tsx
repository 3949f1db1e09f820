import type { LevellingPreview } from '#shared/ipc/levelling.ts';
import { mostTolerance } from '#shared/ipc/levelling.ts';
import { grouped } from '../../lib/plural.ts';
import type { Choice } from './level-choices.tsx';
import styles from './level-load.module.css';
import { busiest, leftWords, meanText, outcomeWords } from './level-words.ts';

/** The busiest week before and after, what a week has on average, and what that comes to. */
export function LevelFigures({ preview, choice }: { preview: LevellingPreview | null; choice: Choice }) {
  const most = preview && busiest(preview.weeks);
  const left = preview && leftWords(preview);
  return (
    <>
      <dl className={styles.figures}>
        <div>
          <dt>Busiest week now</dt>
          <dd>{most ? grouped(most.was) : '\u2007'}</dd>
        </div>
        <div>
          <dt>Busiest week then</dt>
          <dd>{most ? grouped(most.will) : '\u2007'}</dd>
        </div>
        <div>
          <dt>Mean per week</dt>
          <dd>{preview ? meanText(preview.mean) : '\u2007'}</dd>
        </div>
        <div>
          <dt>Keys to move</dt>
          <dd>{preview ? grouped(preview.moves.length) : '\u2007'}</dd>
        </div>
      </dl>
      <p className={styles.outcome} aria-live="polite">
        {choice.workspaceIds?.length === 0
          ? 'Choose at least one workspace.'
          : preview && outcomeWords(preview, choice.tolerance, mostTolerance)}{' '}
        {left && <span className={styles.quiet}>{left}</span>}
      </p>
    </>
  );
}
