import { flushSync } from 'react-dom';

/**
 * Does what a button in a notice over the scope is for. The notice goes with it, and with the notice the focus of
 * whoever works with the keyboard: it goes on to what is chosen now, and not to *Save*, where a second Enter would act.
 */
export function thenToScope(button: HTMLElement, act: () => void): void {
  const dialog = button.closest('dialog');
  flushSync(act);
  if (button.isConnected) return;
  const chosen = dialog?.querySelector<HTMLElement>(
    'input[type="radio"]:checked, input[type="checkbox"]:checked',
  );
  (chosen ?? dialog?.querySelector<HTMLElement>('input, select'))?.focus();
}
