/**
 * A modal dialog: heading, a body that scrolls when the window is small, and buttons that always stay in view.
 * Mounted means open.
 *
 * It is the browser's own: what lies behind it is truly out of reach, and the focus goes back to where it came from
 * when it closes. A trap made of script lets a fast Tab slip out.
 */
import {
  type CSSProperties,
  type FormEvent,
  type MouseEvent,
  type ReactNode,
  type RefObject,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
} from 'react';
import type { WorkspaceColour } from '#shared/domain/workspace.ts';
import { useBareScroller } from '../lib/use-bare-scroller.ts';
import styles from './dialog.module.css';
import { WorkspaceSquare } from './workspace-square.tsx';

export type DialogProps = {
  /** The accessible name, exactly. */
  title: string;
  /** The workspace it acts in, beside the title in its own colour. */
  workspace?: { colour: WorkspaceColour; name: string };
  /** The key it is about, beside the title. */
  subject?: string;
  /** Escape asks for it; a press outside never does, since it would throw away what was typed. */
  onClose: () => void;
  /** Set while closing would lose something: Escape then does nothing. */
  locked?: boolean;
  /** Makes the content a form, so that Enter submits it. */
  onSubmit?: () => void;
  /** Why the last attempt was refused: when it comes, the first field marked invalid gets the focus. */
  problem?: unknown;
  /** The element that gets the focus first; else the first one that can have it. */
  initialFocus?: RefObject<HTMLElement | null>;
  /** A CSS colour around the whole dialog: the workspace's own, where something is about to be destroyed. */
  frame?: string;
  width?: 'narrow' | 'normal' | 'wide' | 'broad';
  /**
   * Only the content, edge to edge, for what begins with a field that says what it is. Nothing in it is worth keeping:
   * a press outside closes it.
   */
  bare?: boolean;
  /** What has to be seen before a button is pressed: stays in view above them, however long the content is. */
  notice?: ReactNode;
  footer?: ReactNode;
  children: ReactNode;
};

export function Dialog(props: DialogProps) {
  const { title, workspace, subject, onClose, locked = false, onSubmit, problem, frame } = props;
  const titleId = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const isStop = useBareScroller(body);
  const initialFocus = useRef(props.initialFocus);

  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    const { activeElement } = document;
    const first =
      initialFocus.current?.current ?? firstControl(activeElement) ?? chosenOfGroup(activeElement);
    first?.focus();
    // Before React takes it out of the page: afterwards the browser would not know where the focus belongs.
    return () => element?.close();
  }, []);
  useEffect(() => {
    if (problem) dialog.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [problem]);

  useEffect(() => {
    // On the document: a press beside everything leaves the focus on the page, and Escape must work from there too.
    const closeOnEscape = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !locked) onClose();
    };
    document.addEventListener('keydown', closeOnEscape);
    return () => document.removeEventListener('keydown', closeOnEscape);
  }, [locked, onClose]);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit?.();
  };
  const content = (
    <>
      <header className={styles.header}>
        {workspace && <WorkspaceSquare colour={workspace.colour} />}
        <h2 id={titleId} className={styles.title}>
          {title}
        </h2>
        {subject !== undefined && (
          <span className={styles.subject} title={subject}>
            {subject}
          </span>
        )}
        {workspace && (
          <span className={styles.workspace} title={workspace.name}>
            in {workspace.name}
          </span>
        )}
      </header>
      <div
        ref={body}
        className={styles.body}
        {...(isStop && { tabIndex: 0, role: 'group', 'aria-labelledby': titleId })}
      >
        {props.children}
      </div>
      {props.notice && <div className={styles.notice}>{props.notice}</div>}
      <footer className={styles.footer}>{props.footer}</footer>
    </>
  );
  const { bare = false } = props;
  const closeOutside = (event: MouseEvent<HTMLDialogElement>) => {
    // The content covers the dialog; what hits the element itself hit the backdrop.
    if (bare && event.target === event.currentTarget) onClose();
  };
  return (
    // The pointer's way only: Escape is the keyboard's.
    <dialog
      ref={dialog}
      onMouseDown={closeOutside}
      // The browser would close it on a second Escape in any case, also where that loses a secret.
      closedby="none"
      className={`${styles.dialog} ${styles[props.width ?? 'normal']}`}
      data-framed={frame ? '' : undefined}
      style={frame ? ({ '--frame': frame } as CSSProperties) : undefined}
      {...(bare ? { 'aria-label': title } : { 'aria-labelledby': titleId })}
    >
      {bare ? (
        <div className={styles.content}>{props.children}</div>
      ) : onSubmit ? (
        <form className={styles.content} noValidate autoComplete="off" onSubmit={submit}>
          {content}
        </form>
      ) : (
        <div className={styles.content}>{content}</div>
      )}
    </dialog>
  );
}

/** Where the content is too long to be seen whole, the browser takes what scrolls for the first stop. */
function firstControl(element: Element | null): HTMLElement | null {
  return element instanceof HTMLDivElement
    ? element.querySelector<HTMLElement>('input, select, textarea, button')
    : null;
}

/** The browser puts the focus on the first radio button of a group, where Tab would go to the chosen one. */
function chosenOfGroup(element: Element | null): HTMLElement | null {
  if (!(element instanceof HTMLInputElement) || element.type !== 'radio') return null;
  return (
    element
      .closest('fieldset')
      ?.querySelector<HTMLInputElement>(`input[name="${CSS.escape(element.name)}"]:checked`) ?? null
  );
}
