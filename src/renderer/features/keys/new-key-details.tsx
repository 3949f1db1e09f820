/** The part of *New key* under the scope: where it reaches, whose it is, what for, and what it carries along. */
import { platforms } from '#shared/domain/platform.ts';
import { type Caller, whyNotFolders, whyNotPlan } from '#shared/domain/preflight.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { AnnotationLine } from '../annotations/annotation-fields.tsx';
import { problemBeside } from '../annotations/draft.ts';
import { FolderField } from './folder-field.tsx';
import { MetadataField } from './metadata-field.tsx';
import styles from './new-key-dialog.module.css';
import { NewKeyPolicy, NewKeyPolicyReason } from './new-key-policy.tsx';
import type { useNewKey } from './use-new-key.ts';

export function NewKeyDetails({ form }: { form: ReturnType<typeof useNewKey> }) {
  const { workspace, draft, patch, request, problems } = form;
  const { caller } = form.preflight;
  const { capabilities } = platforms[workspace.platform];
  const noFeature = caller ? whyNoFeature(caller) : null;
  return (
    <>
      {capabilities.folders === true && (
        <FolderField
          workspaceId={workspace.id}
          chosen={form.folders}
          onChange={form.chooseFolders}
          reason={noFeature}
          whyNotFolder={(id) => (caller ? (whyNotFolders(caller, [id])?.reason ?? null) : null)}
          problem={problems.folders}
        />
      )}
      <div className={styles.pair}>
        <AnnotationLine
          field="owner"
          value={draft.owner}
          onChange={(owner) => form.note({ owner })}
          problem={problemBeside('owner', patch, request.problem)}
        />
        <AnnotationLine
          field="consumers"
          value={draft.consumers}
          onChange={(consumers) => form.note({ consumers })}
          problem={problemBeside('consumers', patch, request.problem)}
        />
      </div>
      <div className={styles.pair}>
        <AnnotationLine
          field="purpose"
          value={draft.purpose}
          onChange={(purpose) => form.note({ purpose })}
          problem={problemBeside('purpose', patch, request.problem)}
        />
        <NewKeyPolicy form={form} />
      </div>
      {form.days !== 'inherit' && <NewKeyPolicyReason form={form} />}
      {capabilities.metadata === true && (
        <MetadataField
          rows={form.fields}
          onChange={form.typeFields}
          reason={noFeature}
          problem={problems.metadata}
        />
      )}
      {capabilities.protect === true && (
        <Checkbox
          label="Protected"
          description="Only the platform’s dashboard can lift it"
          checked={form.protect}
          onCheckedChange={form.setProtect}
        />
      )}
    </>
  );
}

/** What the plan refuses it refuses for every folder and every field. */
function whyNoFeature(caller: Caller): string | null {
  const grant = { platform: 'roboflow', scopes: null } as const;
  return whyNotPlan(caller, { doing: 'create', grant, folderIds: ['any'] })?.reason ?? null;
}
