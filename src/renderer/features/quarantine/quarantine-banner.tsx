import { goToScreen, useScreen } from '../../app/screen-store.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { dismissNews, useQuarantineNews } from './quarantine-store.ts';
import { newsSentences } from './quarantine-words.ts';

/** What happened in quarantine by itself, on every screen until it was read: keys must not go without a word. */
export function QuarantineBanner() {
  const news = useQuarantineNews();
  const screen = useScreen((state) => state.screen);
  const [first, ...others] = newsSentences(news);
  if (first === undefined) return null;
  const held = news.told.some(({ kind }) => kind === 'held');
  return (
    <Notice banner tone={held ? 'warn' : 'info'} message={first} hint={others.join(' ')}>
      {screen !== 'bin' && (
        <Button variant="link" onClick={() => goToScreen('bin')}>
          Show quarantine
        </Button>
      )}
      <Button variant="link" onClick={() => void dismissNews()}>
        Dismiss
      </Button>
    </Notice>
  );
}
