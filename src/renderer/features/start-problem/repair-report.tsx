/** What a repair kept and what it could not, before the desk opens again. */
import { useEffect, useRef } from 'react';
import type { RepairReport } from '#shared/ipc/start.ts';
import { Mark } from '../../app/mark.tsx';
import { bridge } from '../../lib/bridge.ts';
import { listed } from '../../lib/listed.ts';
import { useRequest } from '../../lib/use-request.ts';
import { Button } from '../../ui/button.tsx';
import { RequestNotice } from '../../ui/request-notice.tsx';
import { FilePath } from './file-path.tsx';
import styles from './start-problem.module.css';
import { showStart } from './start-store.ts';

const shares = { all: 'All that was there', some: 'Some could not be read' } as const;

export function RepairReportScreen({ report }: { report: RepairReport }) {
  const request = useRequest();
  const kept = report.kept.filter(({ count, share }) => share === 'some' || (share === 'all' && count > 0));
  const lost = report.kept.filter(({ share }) => share === 'none').map(({ what }) => what.toLowerCase());
  const title = useRef<HTMLHeadingElement>(null);
  // The question has just been replaced by its answer: reading goes on here.
  useEffect(() => title.current?.focus(), []);
  return (
    <main className={styles.page}>
      <div className={styles.column}>
        <Mark size={44} />
        <h1 ref={title} tabIndex={-1} className={styles.title}>
          The damaged file was moved aside
        </h1>
        <p className={styles.text}>
          Latchkey has a new file with what could be read of the old one. The inventory comes back with the
          next sync; where a sign-in is missing, connect the workspace again.
        </p>
        {kept.length > 0 && <KeptTable kept={kept} />}
        {lost.length > 0 && (
          <p className={styles.text}>
            <strong>{kept.length > 0 ? 'None could be read: ' : 'Nothing could be read: '}</strong>
            {listed(lost)}.
          </p>
        )}
        <FilePath label="Damaged file" path={report.movedTo} />
        <div className={styles.actions}>
          <Button
            variant="primary"
            onClick={() =>
              void request.run(() => bridge().startRepairRead({})).then((state) => state && showStart(state))
            }
          >
            Open Latchkey
          </Button>
          <Button onClick={() => void request.run(() => bridge().startShowFolder({ which: 'damaged' }))}>
            Show the damaged file
          </Button>
        </div>
        <RequestNotice request={request} />
      </div>
    </main>
  );
}

function KeptTable({ kept }: { kept: RepairReport['kept'] }) {
  return (
    <table className={styles.kept}>
      <thead>
        <tr>
          <th scope="col">Kept</th>
          <th scope="col" className={styles.count}>
            Number
          </th>
          <th scope="col">Of what was there</th>
        </tr>
      </thead>
      <tbody>
        {kept.map(({ what, count, share }) => (
          <tr key={what}>
            <th scope="row">{what}</th>
            <td className={styles.count}>{count}</td>
            <td>{share !== 'none' && shares[share]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
