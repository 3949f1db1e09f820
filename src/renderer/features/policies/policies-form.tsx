/** The policies of one place, what a change of them would move, and what was changed before. */
import { useState } from 'react';
import { environmentLabels } from '#shared/domain/environment.ts';
import { type PolicyEnvironment, policyEnvironments } from '#shared/domain/key-rotation.ts';
import { type ChosenDays, daysText, inheritedDays, isLonger } from '#shared/domain/policies.ts';
import type { Workspace } from '#shared/ipc/connections.ts';
import { closeDialog } from '../../app/dialogs.ts';
import { bridge } from '../../lib/bridge.ts';
import { useRequest } from '../../lib/use-request.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { RequestNotice } from '../../ui/request-notice.tsx';
import { Select } from '../../ui/select.tsx';
import { effectWords } from './effect-words.ts';
import type { PolicyList } from './policies-dialog.tsx';
import styles from './policies-form.module.css';
import { confirmPolicies } from './policy-actions.ts';
import { daysOfDraft, draftOfDays, type PolicyDraft } from './policy-draft.ts';
import { PolicyField } from './policy-field.tsx';
import { PolicyHistory } from './policy-history.tsx';
import { ReasonField } from './reason-field.tsx';
import { useEffectOf } from './use-effect-of.ts';

const everywhere = 'everywhere';

export function PoliciesForm({
  place,
  onPlaceChange,
  list,
  workspaces,
}: {
  /** Null for all workspaces. */
  place: string | null;
  onPlaceChange: (place: string | null) => void;
  list: PolicyList;
  workspaces: readonly Workspace[];
}) {
  const { policies, changes } = list;
  const request = useRequest();
  const [reason, setReason] = useState('');
  const inherited = (environment: PolicyEnvironment) => inheritedDays(policies, place, environment);
  const chosen = (environment: PolicyEnvironment): ChosenDays =>
    policies.find((each) => each.workspaceId === place && each.environment === environment)?.days ??
    (policies.some((each) => each.workspaceId === place && each.environment === environment)
      ? null
      : 'inherit');
  const [drafts, setDrafts] = useState(
    () =>
      Object.fromEntries(
        policyEnvironments.map((environment) => [
          environment,
          draftOfDays(chosen(environment), inherited(environment)),
        ]),
      ) as Record<PolicyEnvironment, PolicyDraft>,
  );

  const wanted = policyEnvironments.map((environment) => ({
    environment,
    days: daysOfDraft(drafts[environment]),
  }));
  const wrong = wanted.some(({ days }) => days === undefined);
  const choices = wanted.flatMap(({ environment, days }) =>
    days === undefined || days === chosen(environment) ? [] : [{ environment, days }],
  );
  const changed = choices.length > 0;
  const longer = choices.some(
    ({ environment, days }) => days !== 'inherit' && isLonger(days, inherited(environment)),
  );
  const effect = useEffectOf(place, choices);
  const workspace = workspaces.find(({ id }) => id === place);

  const save = async () => {
    if (wrong || !changed) return;
    const saved = await request.run(() => bridge().policiesSet({ workspaceId: place, choices, reason }));
    if (!saved) return;
    closeDialog();
    confirmPolicies(place, saved.before, workspace?.name);
  };

  return (
    <Dialog
      title="Rotation policies"
      {...(workspace && { workspace: { colour: workspace.colour, name: workspace.name } })}
      onClose={closeDialog}
      locked={request.busy}
      problem={request.problem}
      onSubmit={() => void save()}
      footer={
        <>
          {/* There from the start, so that what comes is read out. */}
          <p className={styles.effect} role="status">
            {changed && effect && effectWords(effect)}
          </p>
          <Button onClick={closeDialog} disabled={request.busy}>
            Cancel
          </Button>
          <Button type="submit" variant="primary" busy={request.busy} aria-disabled={wrong || !changed}>
            Save
          </Button>
        </>
      }
    >
      <Field label="For" hint={changed ? 'Save or cancel what is changed before going to another.' : ''}>
        {(control) => (
          <Select
            {...control}
            disabled={changed}
            value={place ?? everywhere}
            options={[
              { value: everywhere, label: 'All workspaces' },
              ...workspaces.map(({ id, name, colour }) => ({
                value: id,
                label: policies.some((each) => each.workspaceId === id) ? `${name} (its own)` : name,
                square: `var(--workspace-${colour})`,
              })),
            ]}
            onValueChange={(value) => onPlaceChange(value === everywhere ? null : value)}
          />
        )}
      </Field>
      <div className={styles.policies}>
        {policyEnvironments.map((environment) => (
          <PolicyField
            key={environment}
            label={environmentLabels[environment]}
            inheritLabel={inheritLabel(place, inherited(environment))}
            draft={drafts[environment]}
            onChange={(draft) => {
              setDrafts((all) => ({ ...all, [environment]: draft }));
              request.clear();
            }}
          />
        ))}
      </div>
      {changed && (
        <ReasonField
          value={reason}
          onChange={setReason}
          request={request}
          hint={
            longer
              ? `Needed: some keys live longer than ${place === null ? 'Latchkey’s usual' : 'in all workspaces'}.`
              : 'Kept with the change, for whoever asks later.'
          }
        />
      )}
      <RequestNotice request={request} fields={['reason']} />
      <PolicyHistory changes={changes} place={place} workspaces={workspaces} />
    </Dialog>
  );
}

function inheritLabel(place: string | null, days: number | null): string {
  const text = daysText(days);
  const sentence = text.charAt(0).toUpperCase() + text.slice(1);
  return `${sentence}, ${place === null ? 'as usual' : 'as in all workspaces'}`;
}
