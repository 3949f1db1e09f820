/** What the keys should get: an environment, an owner, another scope, or their end, and how soon. */
import { useState } from 'react';
import { type Environment, environmentLabels, environmentSchema } from '#shared/domain/environment.ts';
import { platforms } from '#shared/domain/platform.ts';
import { defaultQuarantineDays } from '#shared/domain/quarantine.ts';
import type { BulkAction } from '#shared/ipc/bulk.ts';
import { closeDialog } from '../../app/dialogs.ts';
import { plural } from '../../lib/plural.ts';
import { useNow } from '../../lib/use-now.ts';
import type { Request } from '../../lib/use-request.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { type RadioCard, RadioCards } from '../../ui/radio-cards.tsx';
import { RequestNotice } from '../../ui/request-notice.tsx';
import { Select } from '../../ui/select.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { DaysChoice } from '../quarantine/days-choice.tsx';
import { useWorkspaces } from '../workspaces/workspaces-store.ts';
import { titleOf } from './bulk-words.ts';
import { ScopeChoice, useScopePlatform } from './scope-choice.tsx';
import { changeOf, openScopeChoice } from './scope-choice-state.ts';

type Kind = 'environment' | 'owner' | 'quarantine' | 'scope' | 'delete';

/** Quarantine comes first wherever there is such a thing: it is the end that can be taken back. */
const ends: readonly RadioCard<'quarantine' | 'delete'>[] = [
  {
    value: 'quarantine',
    label: 'Quarantine',
    description: 'Disabled now, deleted later. Comes back with one click until then',
  },
  { value: 'delete', label: 'Delete now', description: 'Immediate and final' },
];

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
  const { platform } = useScopePlatform(scope);
  const canDisable = useWorkspaces((state) =>
    (state.list ?? []).some(({ platform }) => platforms[platform].capabilities.disable === true),
  );
  const [end, setEnd] = useState<'quarantine' | 'delete'>(canDisable ? 'quarantine' : 'delete');

  function chosen(): BulkAction | null {
    switch (kind) {
      case 'environment':
        return { kind, environment };
      case 'owner':
        return { kind, owner: owner.trim() || null };
      case 'delete':
      case 'quarantine':
        if (kind === 'delete' && end === 'delete') return { kind };
        return days === null ? null : { kind: 'quarantine', days };
      case 'scope': {
        const change = changeOf(scope, platform);
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
      {kind === 'delete' && (
        <RadioCards legend="How they end" cards={ends} value={end} onValueChange={setEnd} />
      )}
      {(kind === 'quarantine' || (kind === 'delete' && end === 'quarantine')) && (
        <DaysChoice days={days} onDaysChange={setDays} now={now} />
      )}
      {kind === 'scope' && <ScopeChoice state={scope} onChange={setScope} />}
      <RequestNotice request={request} />
    </Dialog>
  );
}
