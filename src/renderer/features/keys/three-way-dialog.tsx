/**
 * Somebody else changed a key while it was being edited: what it was, what it is now, what is wanted, and the ways on with
 * what each of them costs. Nothing is decided here, and *Cancel* goes back to what was being edited.
 */
import { type ReactNode, useId, useRef, useState } from 'react';
import type { KeyDetail } from '#shared/domain/key.ts';
import type { Request } from '../../lib/use-request.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { RequestNotice } from '../../ui/request-notice.tsx';
import styles from './three-way-dialog.module.css';

export type Side = { heading: string; content: ReactNode };

export type WayOn = {
  label: 'Take theirs' | 'Apply my changes on top' | 'Save mine as it is';
  /** What comes of it. */
  outcome: ReactNode;
  /** Why it cannot be done; null where it can. */
  impossible?: string | null;
  onChoose: () => void;
};

export function ThreeWayDialog({
  subject,
  changed,
  sides,
  ways,
  request,
  onCancel,
}: {
  subject: KeyDetail;
  /** What was changed: "scope", "name". */
  changed: string;
  /** When it was opened, now, and as wanted. */
  sides: readonly [Side, Side, Side];
  ways: readonly WayOn[];
  request: Request;
  onCancel: () => void;
}) {
  const cancel = useRef<HTMLButtonElement>(null);
  const [chosen, setChosen] = useState<WayOn['label'] | null>(null);
  return (
    <Dialog
      title="Changed meanwhile"
      subject={subject.name}
      workspace={{ colour: subject.workspaceColour, name: subject.workspaceName }}
      width="broad"
      initialFocus={cancel}
      onClose={onCancel}
      locked={request.busy}
      footer={
        <>
          <p className={styles.promise}>Nothing was sent. Cancel goes back to what you were editing.</p>
          <Button ref={cancel} onClick={onCancel} disabled={request.busy}>
            Cancel
          </Button>
        </>
      }
    >
      <p>Somebody else changed this key’s {changed} since you opened it.</p>
      <div className={styles.sides}>
        {sides.map((side) => (
          <SideColumn key={side.heading} {...side} />
        ))}
      </div>
      <ul className={styles.ways} aria-label="Ways on">
        {ways.map((way) => (
          <WayRow
            key={way.label}
            way={way}
            busy={request.busy && chosen === way.label}
            blocked={request.busy && chosen !== way.label}
            onChoose={() => {
              setChosen(way.label);
              way.onChoose();
            }}
          />
        ))}
      </ul>
      <RequestNotice request={request} />
    </Dialog>
  );
}

function SideColumn({ heading, content }: Side) {
  const id = useId();
  return (
    <section className={styles.side} aria-labelledby={id}>
      <h3 id={id} className={styles.heading}>
        {heading}
      </h3>
      {content}
    </section>
  );
}

function WayRow({
  way: { label, outcome, impossible = null },
  busy,
  blocked,
  onChoose,
}: {
  way: WayOn;
  busy: boolean;
  blocked: boolean;
  onChoose: () => void;
}) {
  const id = useId();
  const isOff = impossible !== null || blocked;
  return (
    <li className={styles.way}>
      <Button
        className={styles.press}
        busy={busy}
        aria-disabled={isOff}
        aria-describedby={id}
        onClick={() => {
          if (!isOff) onChoose();
        }}
      >
        {label}
      </Button>
      <div id={id} className={styles.outcome}>
        {impossible ?? outcome}
      </div>
    </li>
  );
}
