/** What can be done to the selected key. What cannot stays in place, reachable, and says why. */
import { useEffect, useId, useRef } from 'react';
import type { KeyDetail } from '#shared/domain/key.ts';
import { openDialog } from '../../../app/dialogs.ts';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { markCompromised } from '../../incidents/incident-actions.ts';
import { rotateKeys } from '../../runs/run-actions.ts';
import { useWorkspace } from '../../workspaces/workspaces-store.ts';
import { ActionButton } from './action-button.tsx';
import { type KeyAction, whyNoChange, whyNot } from './action-rules.ts';
import styles from './key-actions.module.css';
import { askToProtect, forgetChange, protect, setDisabled, useKeyChange } from './key-change.ts';
import { overrulePlan, useRuled } from './overruled-plans.ts';
import { ProtectQuestion } from './protect-question.tsx';

export function KeyActions({ detail: known }: { detail: KeyDetail }) {
  const detail = useRuled(known);
  const workspace = useWorkspace(detail.workspaceId);
  const { running, problem, askingProtect } = useKeyChange(detail.id);
  useEffect(() => () => forgetChange(detail.id), [detail.id]);
  const protectButton = useRef<HTMLButtonElement>(null);

  const reason = (action: KeyAction) => whyNot(action, detail, workspace);
  const toggle = detail.disabled ? 'enable' : 'disable';
  // Worth reading without a pointer: what stops everything, and what is special about this key.
  const general = whyNoChange(detail, workspace);
  const special = detail.thisLogin || detail.protected ? reason('delete') : null;
  const byPlan = general || special || detail.planRefusedAt === undefined ? null : reason(toggle);
  const shownReason = general ?? special ?? byPlan;
  const reasonId = useId();
  const shownAs = (action: KeyAction) => (reason(action) === shownReason ? reasonId : undefined);

  function answerProtect(yes: boolean): void {
    protectButton.current?.focus();
    if (yes) void protect(detail);
    else forgetChange(detail.id);
  }

  return (
    <footer className={styles.footer}>
      {problem && <Notice tone="bad" urgent message={problem.message} hint={problem.hint} />}
      {askingProtect && <ProtectQuestion detail={detail} onAnswer={answerProtect} />}
      {shownReason && (
        <p id={reasonId} className={styles.reason}>
          {shownReason}
        </p>
      )}
      {byPlan && (
        <div>
          <Button variant="link" onClick={() => overrulePlan(detail.workspaceId)}>
            Try all the same
          </Button>
        </div>
      )}
      <div className={styles.actions}>
        {/* One that is under way is opened from what the inspector says of it. */}
        {!detail.rotating && (
          <ActionButton
            primary
            reason={reason('rotate')}
            reasonId={shownAs('rotate')}
            onPress={() => void rotateKeys([detail.id])}
          >
            Rotate…
          </ActionButton>
        )}
        <ActionButton
          reason={reason('edit-scope')}
          reasonId={shownAs('edit-scope')}
          onPress={() => openDialog({ kind: 'edit-scope', key: detail })}
        >
          Edit scope
        </ActionButton>
        <ActionButton
          reason={reason('rename')}
          reasonId={shownAs('rename')}
          onPress={() => openDialog({ kind: 'rename-key', key: detail })}
        >
          Rename
        </ActionButton>
        <ActionButton
          reason={reason(toggle)}
          reasonId={shownAs(toggle)}
          busy={running === toggle}
          onPress={() => void setDisabled(detail, !detail.disabled)}
        >
          {detail.disabled ? 'Enable' : 'Disable'}
        </ActionButton>
        <ActionButton
          ref={protectButton}
          reason={reason('protect')}
          reasonId={shownAs('protect')}
          busy={running === 'protect'}
          onPress={() => askToProtect(detail.id)}
        >
          Protect
        </ActionButton>
        <ActionButton
          reason={reason('roll')}
          reasonId={shownAs('roll')}
          onPress={() => openDialog({ kind: 'roll-key', key: detail })}
        >
          Roll…
        </ActionButton>
        {/* What cannot be taken back stands apart from what can. */}
        <div className={styles.apart}>
          <ActionButton
            danger
            reason={reason('compromised')}
            reasonId={shownAs('compromised')}
            onPress={() => void markCompromised(detail.id)}
          >
            Compromised…
          </ActionButton>
          <ActionButton
            danger
            reason={reason('delete')}
            reasonId={shownAs('delete')}
            onPress={() => openDialog({ kind: 'delete-key', key: detail })}
          >
            {detail.quarantine ? 'Delete now…' : 'Delete…'}
          </ActionButton>
        </div>
      </div>
    </footer>
  );
}
