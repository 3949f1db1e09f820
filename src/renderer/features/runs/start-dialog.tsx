/** Begins the rotation of one key or of several together: what is made, what comes along, and how long to wait. */
import { useEffect, useRef, useState } from 'react';
import { closeDialog, openDialog } from '../../app/dialogs.ts';
import { bridge } from '../../lib/bridge.ts';
import { plural } from '../../lib/plural.ts';
import { useLate } from '../../lib/use-late.ts';
import { useRequest } from '../../lib/use-request.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { RequestNotice } from '../../ui/request-notice.tsx';
import { useWorkspaces } from '../workspaces/workspaces-store.ts';
import { keepRun } from './runs-store.ts';
import styles from './start-dialog.module.css';
import { StartPaces } from './start-paces.tsx';
import { Plans } from './start-plans.tsx';
import { PlansTogether } from './start-plans-together.tsx';
import { defaultDisabledDays, defaultQuietHours, placesOf, sharedWarnings } from './start-words.ts';
import { usePlans } from './use-plans.ts';

export function StartDialog({ keyIds }: { keyIds: readonly string[] }) {
  const { plans, request: looking } = usePlans(keyIds);
  const list = useWorkspaces((state) => state.list) ?? [];
  const request = useRequest();
  const cancel = useRef<HTMLButtonElement>(null);
  const [quietHours, setQuietHours] = useState<number | null>(defaultQuietHours);
  const [disabledDays, setDisabledDays] = useState<number | null>(defaultDisabledDays);
  const slow = useLate(looking.busy);

  const possible = (plans ?? []).filter(({ preview }) => preview.refusal === null);
  const [only] = keyIds.length === 1 ? (plans ?? []) : [];
  const places = placesOf(plans ?? [], list);
  const [place] = places.length === 1 ? places : [];
  const ready = possible.length > 0 && quietHours !== null && disabledDays !== null;
  // The dialog's own buttons come before there is anything to choose.
  const begin = useRef<HTMLButtonElement>(null);
  const known = plans !== null;
  useEffect(() => {
    if (known && document.activeElement === cancel.current) begin.current?.focus();
  }, [known]);

  const start = async () => {
    if (!ready) return;
    const started = await request.run(() =>
      bridge().runsStart({
        keyIds: possible.map(({ preview }) => preview.keyId),
        reason: 'planned',
        quietHours,
        disabledDays,
      }),
    );
    const [first, ...others] = started?.runs ?? [];
    if (!started || !first) return;
    for (const run of started.runs) keepRun(run);
    if (others.length === 0 && started.refused.length === 0) openDialog({ kind: 'run', run: first });
    else openDialog({ kind: 'runs-together', run: first, refused: named(started.refused) });
  };
  const named = (refused: readonly { keyId: string; error: { message: string } }[]) =>
    refused.map(({ keyId, error }) => ({
      name: plans?.find(({ preview }) => preview.keyId === keyId)?.key?.name ?? 'A key',
      message: error.message,
    }));

  return (
    <Dialog
      title={keyIds.length === 1 ? 'Rotate key' : 'Rotate keys'}
      subject={only ? only.key?.name || 'No name' : plural(keyIds.length, 'key')}
      {...(place && { workspace: place, frame: `var(--workspace-${place.colour})` })}
      width="broad"
      initialFocus={cancel}
      onClose={closeDialog}
      locked={request.busy}
      onSubmit={() => void start()}
      notice={<RequestNotice request={request} />}
      footer={
        <>
          <Button ref={cancel} onClick={closeDialog} disabled={request.busy}>
            Cancel
          </Button>
          <Button ref={begin} type="submit" variant="primary" busy={request.busy} disabled={!ready}>
            {keyIds.length === 1 ? 'Make the twin' : `Make ${plural(possible.length, 'twin')}`}
          </Button>
        </>
      }
    >
      {slow && <p className={styles.quiet}>Looking at {plural(keyIds.length, 'key')}…</p>}
      <RequestNotice request={looking} />
      {plans && (
        <>
          {only ? <Plans plan={only} /> : <PlansTogether plans={plans} workspaces={list} />}
          {sharedWarnings(plans).map((warning) => (
            <Notice key={warning} tone="warn" message={warning} />
          ))}
          {possible.length > 0 && (
            <StartPaces
              plans={possible}
              quietHours={quietHours}
              onQuietHoursChange={setQuietHours}
              disabledDays={disabledDays}
              onDisabledDaysChange={setDisabledDays}
            />
          )}
        </>
      )}
    </Dialog>
  );
}
