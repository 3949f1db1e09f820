/**
 * The clipboard helper as a process: this very application, started a second time with a switch and without a window.
 * Only Electron itself reaches the clipboard everywhere, and the fuses keep its binary from running as plain Node.
 */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { app } from 'electron';
import type { HelperProcess } from '../secrets/clipboard-guard.ts';
import { watchClipboard } from '../secrets/clipboard-watch.ts';
import { systemTimer } from '../secrets/timer.ts';
import { systemClipboard } from './clipboard.ts';

const helperSwitch = 'clipboard-helper';

/** Whether this process was started to be the helper. */
export const isClipboardHelper = () => app.commandLine.hasSwitch(helperSwitch);

/** Instead of the application: watches, clears and ends. It takes no single-instance lock and opens no window. */
export function runClipboardHelper(): void {
  if (process.platform === 'darwin') app.dock?.hide();
  const { stdin: input, stdout: output } = process;
  void app
    .whenReady()
    .then(() => watchClipboard({ clipboard: systemClipboard, timer: systemTimer, input, output }))
    .finally(() => app.exit());
}

/** Detached, so that what ends this process's group does not end the one that cleans up after it. */
export function spawnClipboardHelper(userData: string): HelperProcess {
  const again = app.isPackaged ? [] : [app.getAppPath()];
  // A folder of its own: two Chromiums must not share one. As root there is no sandbox to be had, and no helper with it.
  const switches = [
    `--${helperSwitch}`,
    `--user-data-dir=${join(userData, 'clipboard-helper')}`,
    ...(app.commandLine.hasSwitch('no-sandbox') ? ['--no-sandbox'] : []),
  ];
  return spawn(process.execPath, [...process.execArgv, ...again, ...switches], {
    detached: true,
    stdio: ['pipe', 'pipe', 'ignore'],
    windowsHide: true,
  });
}
