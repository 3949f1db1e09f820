/** Short confirmations over the status bar, reached with F6. Only an undo that failed, which has no other place, fails here. */
import { Toast } from '@base-ui/react/toast';
import { Check, CircleAlert, X } from 'lucide-react';
import styles from './toast.module.css';

const manager = Toast.createToastManager();

/** Long enough to be read, understood and reached by keyboard; a pointer or the focus on it stops the clock. */
const undoMs = 20_000;

/** The message that is shown about each subject, so that a newer one takes its place. */
const shownAbout = new Map<string, string>();

type Toasted = {
  text: string;
  /** What it is about, for instance a key's id: only the latest message about it may offer to undo. */
  about: string;
  undo?: () => void;
  /** Leads to what it is about. */
  show?: () => void;
};

/** Says that something was done; gone after a few seconds, and spoken politely. */
export function showToast({ text, about, undo, show }: Toasted): void {
  const act = undo ?? show;
  dismissToast(about);
  const id: string = manager.add({
    title: text,
    onRemove: () => {
      if (shownAbout.get(about) === id) shownAbout.delete(about);
    },
    ...(act && {
      timeout: undoMs,
      actionProps: {
        children: undo ? 'Undo' : 'Show',
        onClick: () => {
          // While it fades a message can still be pressed, and what it offers may be past by then.
          if (shownAbout.get(about) !== id) return;
          dismissToast(about);
          act();
        },
      },
    }),
  });
  shownAbout.set(about, id);
}

/** Says that something did not work that has no other place to say so, and why. Stays until it is dismissed. */
export function showFailure(text: string): void {
  manager.add({ title: text, type: 'failure', timeout: 0 });
}

/** Says that undoing did not work, and why. */
export function showUndoFailure(text: string): void {
  showFailure(text);
}

/** Takes the message about something away, once what it offers to undo is past. */
export function dismissToast(about: string): void {
  const id = shownAbout.get(about);
  shownAbout.delete(about);
  if (id !== undefined) manager.close(id);
}

/** Once, around the whole window's portals. */
export function Toaster() {
  return (
    <Toast.Provider toastManager={manager} timeout={5000} limit={3}>
      <Toast.Portal>
        <Toast.Viewport className={styles.viewport}>
          <ToastList />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  );
}

/** By itself a toast would be a dialog to assistive technology; a message that waits for nothing is none. */
const confirmation = { role: 'group', 'aria-modal': undefined } as const;

function ToastList() {
  const { toasts } = Toast.useToastManager();
  return toasts.map((toast) => (
    <Toast.Root
      key={toast.id}
      toast={toast}
      className={styles.toast}
      {...confirmation}
      swipeDirection={['down', 'right']}
    >
      {toast.type === 'failure' ? (
        <CircleAlert className={styles.failure} size={15} aria-hidden="true" />
      ) : (
        <Check className={styles.icon} size={15} strokeWidth={2.25} aria-hidden="true" />
      )}
      <Toast.Title className={styles.title} render={<p />} />
      <Toast.Action className={styles.action} />
      {/* Base UI hides it until the stack is expanded; here toasts never lie on top of each other. */}
      <Toast.Close className={styles.close} aria-label="Dismiss" aria-hidden={false}>
        <X size={14} aria-hidden="true" />
      </Toast.Close>
    </Toast.Root>
  ));
}
