import { useMemo } from 'react';
import { type PlatformId, platformIdSchema, platforms } from '#shared/domain/platform.ts';
import type { Workspace } from '#shared/ipc/connections.ts';
import { Field } from '../../ui/field.tsx';
import { Segments } from '../../ui/segments.tsx';
import { Select } from '../../ui/select.tsx';
import { AbilityTree } from '../scope-editor/ability-tree.tsx';
import { grantOf } from '../scope-editor/editor-state.ts';
import { GrantSentence } from '../scope-editor/grant-sentence.tsx';
import { PreflightContext } from '../scope-editor/preflight-context.ts';
import { rulesFor } from '../scope-editor/preflight-rules.ts';
import { ScopeEditor } from '../scope-editor/scope-editor.tsx';
import { useCallers } from '../scope-editor/use-callers.ts';
import { useChosen } from '../selection/chosen-store.ts';
import { useWorkspaces } from '../workspaces/workspaces-store.ts';
import { AccessChoice } from './access-choice.tsx';
import styles from './bulk-dialog.module.css';
import {
  choosePlatform,
  platformIn,
  platformsFor,
  type ScopeChoiceState,
  type ScopeMode,
} from './scope-choice-state.ts';

const modes: readonly { value: ScopeMode; label: string }[] = [
  { value: 'add', label: 'Add scopes' },
  { value: 'remove', label: 'Remove scopes' },
  { value: 'replace', label: 'Replace the scope' },
];

const words: Readonly<Record<ScopeMode, string>> = {
  add: 'Each key keeps what it can do and gets this as well.',
  remove: 'Each key loses this and keeps the rest.',
  replace: 'All keys get this very scope, whatever they can do now.',
};

/** Adds or removes single scopes, or replaces the scope of all keys of one platform. */
export function ScopeChoice({
  state,
  onChange,
}: {
  state: ScopeChoiceState;
  onChange: (state: ScopeChoiceState) => void;
}) {
  const chosen = useChosenWorkspaces();
  const { connected, platform } = useScopePlatform(state);
  const options = platformsFor(state.mode, connected).map((value) => ({
    value,
    label: platforms[value].label,
  }));
  const { callers } = useCallers(chosen);
  const rules = useMemo(
    // What is taken away needs nobody's leave to hold it.
    () =>
      rulesFor(state.mode === 'remove' ? [] : callers.filter((each) => each.platform === platform), 'update'),
    [callers, platform, state.mode],
  );
  const { editor } = choosePlatform(state, platform);
  return (
    <PreflightContext value={rules}>
      <div>
        <Segments
          legend="How to change the scope"
          segments={modes}
          value={state.mode}
          onValueChange={(mode) => onChange({ ...state, mode })}
        />
      </div>
      <p className={styles.quiet}>
        {words[state.mode]} Only keys of {platforms[platform].label} are changed.
      </p>
      {options.length > 1 && (
        <Field label="Platform">
          {(control) => (
            <Select<PlatformId>
              {...control}
              value={platform}
              options={options}
              onValueChange={(next) => onChange(choosePlatform(state, next))}
            />
          )}
        </Field>
      )}
      {state.mode === 'replace' && (
        <>
          <ScopeEditor state={editor} onChange={(next) => onChange({ ...state, platform, editor: next })} />
          <GrantSentence grant={grantOf(editor)} />
        </>
      )}
      {state.mode !== 'replace' &&
        (platform === 'datature-vi' ? (
          <AccessChoice state={state} onChange={onChange} />
        ) : (
          <AbilityTree state={state.leaves} onChange={(leaves) => onChange({ ...state, leaves })} />
        ))}
    </PreflightContext>
  );
}

/** The platform in force, of those that are connected. */
export function useScopePlatform(state: ScopeChoiceState): {
  connected: readonly PlatformId[];
  platform: PlatformId;
} {
  const list = useWorkspaces(({ list: all }) => all) ?? [];
  const chosen = useChosenWorkspaces();
  const connected = platformsOf(list);
  const ofKeys = platformsOf(list.filter(({ id }) => chosen.includes(id)));
  return { connected, platform: platformIn(state, connected, ofKeys) };
}

function platformsOf(list: readonly Pick<Workspace, 'platform'>[]): PlatformId[] {
  return platformIdSchema.options.filter((id) => list.some(({ platform }) => platform === id));
}

/** Where the chosen keys are, each workspace once. */
function useChosenWorkspaces(): readonly string[] {
  const groups = useChosen(({ look }) => look?.groups);
  return [...new Set(groups?.map(({ workspaceId }) => workspaceId))];
}
