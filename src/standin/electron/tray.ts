/** The tray: nothing is drawn. The record holds the menu, whose items can be clicked, and the tray itself. */
import type { Menu, Tray } from 'electron';
import { NamedEmitter } from './named.ts';
import { record } from './records.ts';

type Shown = Pick<Tray, 'setTitle' | 'getTitle' | 'setToolTip' | 'setImage' | 'setContextMenu'>;

export class StandinTray extends NamedEmitter implements Shown {
  static override readonly name = 'Tray';
  #title = '';

  constructor(image: object | string) {
    super(['click', 'right-click', 'double-click']);
    record('Tray', this, image);
  }

  /** Electron has it on macOS only, and takes it elsewhere without a word. */
  setTitle(title: string): void {
    this.#title = title;
    record('Tray.setTitle', title);
  }

  getTitle(): string {
    return this.#title;
  }

  setToolTip(toolTip: string): void {
    record('Tray.setToolTip', toolTip);
  }

  setImage(image: object | string): void {
    record('Tray.setImage', image);
  }

  setContextMenu(menu: Menu | null): void {
    record('Tray.setContextMenu', menu);
  }
}
