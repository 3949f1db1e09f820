/** What the keys should get: an environment, an owner, a time in quarantine, or another scope. */
import { useState } from 'react';
import { type Environment, environmentLabels, environmentSchema } from '#shared/domain/environment.ts';
import { defaultQuarantineDays } from '#shared/domain/quarantine.ts';
import type { BulkAction } from '#shared/ipc/bulk.ts';
import { closeDialog } from '../../app/dialogs.ts';
import { plural } from '../../lib/plural.ts';
import { useNow } from '../../lib/use-now.ts';
import type { Request } from '../../lib/use-request.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { RequestNotice } from '../../ui/request-notice.tsx';
import { Select } from '../../ui/select.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { DaysChoice } from '../quarantine/days-choice.tsx';
import { titleOf } from './bulk-words.ts';
import { ScopeChoice } from './scope-choice.tsx';
import { changeOf, openScopeChoice } from './scope-choice-state.ts';

type Kind = 'environment' | 'owner' | 'quarantine' | 'scope';

export function ChooseDialog({
  kind,
  count,
  request,
  onChosen,
}: {
  kind: Kind;
  count: number;
  request: Request;
  onChosen: (action: BulkAction) => void;
}) {
  const now = useNow();
  const [environment, setEnvironment] = useState<Environment>('production');
  const [owner, setOwner] = useState('');
  const [days, setDays] = useState<number | null>(defaultQuarantineDays);
  const [scope, setScope] = useState(openScopeChoice);

  function chosen(): BulkAction | null {
    switch (kind) {
      case 'environment':
        return { kind, environment };
      case 'owner':
        return { kind, owner: owner.trim() || null };
      case 'quarantine':
        return days === null ? null : { kind, days };
      case 'scope': {
        const change = changeOf(scope);
        return change && { kind, change };
      }
    }
  }
  const action = chosen();

  return (
    <Dialog
      title={titleOf(kind)}
      subject={plural(count, 'key')}
      width={kind === 'scope' ? 'broad' : 'normal'}
      onClose={closeDialog}
      onSubmit={() => action && onChosen(action)}
      footer={
        <>
          <Button onClick={closeDialog}>Cancel</Button>
          <Button type="submit" variant="primary" busy={request.busy} disabled={!action}>
            Show what would change
          </Button>
        </>
      }
    >
      {kind === 'environment' && (
        <Field label="Environment">
          {(control) => (
            <Select
              {...control}
              value={environment}
              options={environmentSchema.options.map((value) => ({
                value,
                label: environmentLabels[value],
              }))}
              onValueChange={setEnvironment}
            />
          )}
        </Field>
      )}
      {kind === 'owner' && (
        <Field label="Owner" hint="A person or a team. Left empty, the keys have no owner.">
          {(control) => (
            <TextInput {...control} value={owner} onChange={(event) => setOwner(event.target.value)} />
          )}
        </Field>
      )}
      {kind === 'quarantine' && <DaysChoice days={days} onDaysChange={setDays} now={now} />}
      {kind === 'scope' && <ScopeChoice state={scope} onChange={setScope} />}
      <RequestNotice request={request} />
    </Dialog>
  );
}
