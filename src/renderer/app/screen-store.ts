/** Which screen stands in the middle of the frame. */
import { create } from 'zustand';

export type ScreenId = 'inventory' | 'rotation' | 'reminders' | 'lens' | 'changes' | 'bin' | 'connections';

type ScreenState = { screen: ScreenId };

export const useScreen = create<ScreenState>(() => ({ screen: 'inventory' }));

export function goToScreen(screen: ScreenId): void {
  useScreen.setState({ screen });
}

/** Whether the inspector was asked for on a screen that has it only then. */
export const useInspector = create<{ asked: boolean }>(() => ({ asked: false }));

export function askForInspector(asked: boolean): void {
  if (useInspector.getState().asked !== asked) useInspector.setState({ asked });
}

/** What a screen lists carries this id, so that the search and the inspector can give the keyboard back to it. */
export const mainListId = 'main-list';

/** What holds the screen; it takes the keyboard where the screen has nothing to list, or not yet. */
export const mainId = 'main';

export function focusMainList(): void {
  const list = document.getElementById(mainListId) ?? document.getElementById(mainId);
  list?.focus({ preventScroll: true });
}
