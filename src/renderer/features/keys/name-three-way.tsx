/** Two people named a key at once. A name is one thing: there is nothing to merge. */
import type { KeyDetail } from '#shared/domain/key.ts';
import { platformInSentence } from '../../lib/platform-name.ts';
import type { Request } from '../../lib/use-request.ts';
import styles from './scope-three-way.module.css';
import { ThreeWayDialog } from './three-way-dialog.tsx';

export function NameThreeWay({
  subject,
  theirs,
  yours,
  request,
  onTakeTheirs,
  onSave,
  onCancel,
}: {
  subject: KeyDetail;
  theirs: string;
  yours: string;
  request: Request;
  onTakeTheirs: () => void;
  onSave: () => void;
  onCancel: () => void;
}) {
  return (
    <ThreeWayDialog
      subject={subject}
      changed="name"
      sides={[
        { heading: 'When you opened it', content: <Name name={subject.name} /> },
        { heading: `Now at ${platformInSentence(subject.platform)}`, content: <Name name={theirs} /> },
        { heading: 'What you want', content: <Name name={yours} /> },
      ]}
      ways={[
        {
          label: 'Take theirs',
          outcome: (
            <p>
              Sends nothing. {theirs ? `The key keeps the name ${theirs}.` : 'The key stays without a name.'}
            </p>
          ),
          onChoose: onTakeTheirs,
        },
        {
          label: 'Save mine as it is',
          outcome: (
            <p>
              The key is called {yours}, and the name {theirs || 'that was taken away'} is lost.
            </p>
          ),
          onChoose: onSave,
        },
      ]}
      request={request}
      onCancel={onCancel}
    />
  );
}

function Name({ name }: { name: string }) {
  return <p className={name ? styles.label : styles.quiet}>{name || 'No name'}</p>;
}
