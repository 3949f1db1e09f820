/** Says before the click what the platform would answer, and lets whoever knows better try all the same. */
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { thenToScope } from './then-to-scope.ts';

const age = 'As of the last sync.';

/** `id`: what the button that would be refused is described by. Null reasons show nothing. */
export function RefusalNotice({
  id,
  reason,
  onOverrule,
}: {
  id: string;
  reason: string | null;
  onOverrule: () => void;
}) {
  if (reason === null) return null;
  return (
    <div id={id}>
      <Notice tone="warn" message={reason} hint={age}>
        <Button onClick={(event) => thenToScope(event.currentTarget, onOverrule)}>Try all the same</Button>
      </Notice>
    </div>
  );
}
