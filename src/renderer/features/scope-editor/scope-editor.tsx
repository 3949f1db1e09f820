/** Chooses what a key may do, in the shape of its platform. Holds no state of its own: see editor-state.ts. */
import type { EditorState } from './editor-state.ts';
import { RoboflowEditor } from './roboflow-editor.tsx';
import { WorkspaceKeysEditor } from './workspace-keys-editor.tsx';

export function ScopeEditor({
  state,
  onChange,
}: {
  state: EditorState;
  onChange: (state: EditorState) => void;
}) {
  return state.platform === 'roboflow' ? (
    <RoboflowEditor state={state} onChange={onChange} />
  ) : (
    <WorkspaceKeysEditor state={state} onChange={onChange} />
  );
}
