/** In *Edit workspace*: which policies it has of its own, and the way to them. */
import { environmentLabels } from '#shared/domain/environment.ts';
import { daysText } from '#shared/domain/policies.ts';
import { openDialog } from '../../app/dialogs.ts';
import { Button } from '../../ui/button.tsx';
import { usePolicies } from './use-policies.ts';

/** `unsaved`: going there would throw away what was typed here. */
export function WorkspacePolicies({ workspaceId, unsaved }: { workspaceId: string; unsaved: boolean }) {
  const policies = usePolicies();
  const own = policies?.filter((each) => each.workspaceId === workspaceId) ?? [];
  const words = own.map(({ environment, days }) => `${environmentLabels[environment]} ${daysText(days)}`);
  return (
    <p>
      {words.length > 0 ? `${words.join(', ')}; the rest as` : 'As'} in all workspaces.{' '}
      <Button
        variant="link"
        aria-disabled={unsaved}
        title={unsaved ? 'Save what is changed here first.' : undefined}
        onClick={unsaved ? undefined : () => openDialog({ kind: 'policies', workspaceId })}
      >
        Rotation policies…
      </Button>
    </p>
  );
}
