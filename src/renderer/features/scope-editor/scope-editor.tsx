/** Chooses what a key may do, in the shape of its platform. Holds no state of its own: see editor-state.ts. */
import { DatatureViEditor } from './datature-vi-editor.tsx';
import type { EditorState } from './editor-state.ts';
import { type AsLogin, RoboflowEditor } from './roboflow-editor.tsx';
import styles from './template-choice.module.css';
import { TemplateChoice } from './template-choice.tsx';
import { WorkspaceKeysEditor } from './workspace-keys-editor.tsx';

type EditorProps = {
  state: EditorState;
  onChange: (state: EditorState) => void;
  /** For a new key where the platform has that: the scope of the login's own key, which the editor cannot list. */
  asLogin?: AsLogin;
};

export function ScopeEditor({ state, onChange, asLogin }: EditorProps) {
  // Two cards are a choice between two use cases already.
  if (state.platform === 'workspace-keys') return <WorkspaceKeysEditor state={state} onChange={onChange} />;
  return (
    <div className={styles.place}>
      <TemplateChoice state={state} onChange={onChange} isOpen={asLogin?.chosen ?? false} />
      {state.platform === 'roboflow' ? (
        <RoboflowEditor state={state} onChange={onChange} {...(asLogin && { asLogin })} />
      ) : (
        <DatatureViEditor state={state} onChange={onChange} />
      )}
    </div>
  );
}
