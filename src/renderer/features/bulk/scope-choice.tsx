import { type PlatformId, platformIdSchema, platforms } from '#shared/domain/platform.ts';
import type { ScopeChange } from '#shared/ipc/bulk.ts';
import { Field } from '../../ui/field.tsx';
import { Segments } from '../../ui/segments.tsx';
import { Select } from '../../ui/select.tsx';
import { AbilityTree } from '../scope-editor/ability-tree.tsx';
import { grantOf } from '../scope-editor/editor-state.ts';
import { GrantSentence } from '../scope-editor/grant-sentence.tsx';
import { ScopeEditor } from '../scope-editor/scope-editor.tsx';
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
  return (
    <>
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
    </>
  );
}
