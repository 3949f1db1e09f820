import { CSPProvider } from '@base-ui/react/csp-provider';
import { RepairReportScreen } from '../features/start-problem/repair-report.tsx';
import { StartProblemScreen } from '../features/start-problem/start-problem.tsx';
import { useStart } from '../features/start-problem/start-store.ts';
import { Welcome } from '../features/welcome/welcome.tsx';
import { loadWorkspaces, useWorkspaces } from '../features/workspaces/workspaces-store.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { Toaster } from '../ui/toast.tsx';
import { TooltipProvider } from '../ui/tooltip.tsx';
import styles from './app.module.css';
import { DialogHost } from './dialog-host.tsx';
import { Frame } from './frame.tsx';

/** The whole window. Styles come from files alone: the content security policy allows no others. */
export function App() {
  return (
    <CSPProvider disableStyleElements>
      <TooltipProvider>
        <Content />
        <Toaster />
      </TooltipProvider>
    </CSPProvider>
  );
}

/** What the data's state leaves to show. No dialog may ask anything while there is no store to answer. */
function Content() {
  const start = useStart();
  if (start.phase === 'problem')
    return <StartProblemScreen key={start.problem.kind} problem={start.problem} />;
  if (start.phase === 'ready' && start.repair) return <RepairReportScreen report={start.repair} />;
  return (
    <>
      <Screen />
      <DialogHost />
    </>
  );
}

function Screen() {
  const { list, problem } = useWorkspaces();
  if (list) return list.length > 0 ? <Frame /> : <Welcome />;
  return (
    <main className={styles.blank} aria-busy={!problem}>
      <h1 className="visually-hidden">Latchkey</h1>
      {problem && (
        <Notice tone="bad" urgent message={problem.message} hint={problem.hint}>
          <Button onClick={() => void loadWorkspaces()}>Try again</Button>
        </Notice>
      )}
    </main>
  );
}
