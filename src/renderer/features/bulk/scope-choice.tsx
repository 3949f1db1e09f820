import { useMemo } from 'react';
import { type PlatformId, platformIdSchema, platforms } from '#shared/domain/platform.ts';
import type { ScopeChange } from '#shared/ipc/bulk.ts';
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
import styles from './bulk-dialog.module.css';
import { choosePlatform, type ScopeChoiceState } from './scope-choice-state.ts';

const modes: readonly { value: ScopeChange['mode']; label: string }[] = [
  { value: 'add', label: 'Add scopes' },
  { value: 'remove', label: 'Remove scopes' },
  { value: 'replace', label: 'Replace the scope' },
];

const words: Readonly<Record<ScopeChange['mode'], string>> = {
  add: 'Each key keeps what it can do and gets these scopes as well. For Roboflow keys.',
  remove: 'Each key loses these scopes and keeps the rest. For Roboflow keys.',
  replace: 'All keys get this very scope, whatever they can do now. Keys of another platform are left alone.',
};

/** Adds or removes single scopes, or replaces the scope of all keys of one platform. */
export function ScopeChoice({
  state,
  onChange,
}: {
  state: ScopeChoiceState;
  onChange: (state: ScopeChoiceState) => void;
}) {
  const list = useWorkspaces(({ list: all }) => all) ?? [];
  const connected = new Set(list.map(({ platform }) => platform));
  const options = platformIdSchema.options
    .filter((value) => connected.has(value))
    .map((value) => ({ value, label: platforms[value].label }));
  const { callers } = useCallers(useChosenWorkspaces());
  const { platform } = state.mode === 'replace' ? state.editor : { platform: 'roboflow' };
  const rules = useMemo(
    // What is taken away needs nobody's leave to hold it.
    () =>
      rulesFor(state.mode === 'remove' ? [] : callers.filter((each) => each.platform === platform), 'update'),
    [callers, platform, state.mode],
  );
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
      <p className={styles.quiet}>{words[state.mode]}</p>
      {state.mode === 'replace' ? (
        <>
          {options.length > 1 && (
            <Field label="Platform">
              {(control) => (
                <Select<PlatformId>
                  {...control}
                  value={state.editor.platform}
                  options={options}
                  onValueChange={(platform) => onChange(choosePlatform(state, platform))}
                />
              )}
            </Field>
          )}
          <ScopeEditor state={state.editor} onChange={(editor) => onChange({ ...state, editor })} />
          <GrantSentence grant={grantOf(state.editor)} />
        </>
      ) : (
        <AbilityTree state={state.leaves} onChange={(leaves) => onChange({ ...state, leaves })} />
      )}
    </PreflightContext>
  );
}

/** Where the chosen keys are, each workspace once. */
function useChosenWorkspaces(): readonly string[] {
  const groups = useChosen(({ look }) => look?.groups);
  return [...new Set(groups?.map(({ workspaceId }) => workspaceId))];
}
