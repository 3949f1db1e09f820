/** Notifications: none is drawn. Each is recorded as it is shown, and the record can be clicked with `emit('click')`. */
import type { Notification, NotificationConstructorOptions } from 'electron';
import { NamedEmitter, StandinEvent } from './named.ts';
import { record } from './records.ts';

type Shown = Pick<Notification, 'title' | 'body' | 'show' | 'close'>;

export class StandinNotification extends NamedEmitter implements Shown {
  static override readonly name = 'Notification';
  title: string;
  body: string;
  #isShown = false;

  constructor({ title = '', body = '' }: NotificationConstructorOptions = {}) {
    super(['show', 'click', 'close', 'failed']);
    this.title = title;
    this.body = body;
  }

  static isSupported(): boolean {
    return true;
  }

  show(): void {
    this.#isShown = true;
    record('Notification.show', this);
    this.emit('show', new StandinEvent());
  }

  close(): void {
    if (!this.#isShown) return;
    this.#isShown = false;
    record('Notification.close', this);
    this.emit('close', new StandinEvent());
  }
}
