/** Size and place of one Chromium window; the content is as large as the application asked for, whatever the frame. */
import type { Session } from '../chromium/session.ts';

export interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What Chromium calls them; Electron has a method for each. */
export type WindowState = 'normal' | 'minimized' | 'maximized';

export class WindowFrame {
  readonly #session: Session;
  readonly #id: number;

  private constructor(session: Session, id: number) {
    this.#session = session;
    this.#id = id;
  }

  /** The window that holds this page. */
  static async of(session: Session, targetId: string): Promise<WindowFrame> {
    const { windowId } = await session.send('Browser.getWindowForTarget', { targetId });
    return new WindowFrame(session, windowId);
  }

  /** The content's size, in CSS pixels. */
  async resize({ width, height }: Pick<Bounds, 'width' | 'height'>): Promise<void> {
    await this.#session.send('Browser.setContentsSize', { windowId: this.#id, width, height });
  }

  async move({ x, y }: Pick<Bounds, 'x' | 'y'>): Promise<void> {
    await this.#session.send('Browser.setWindowBounds', { windowId: this.#id, bounds: { left: x, top: y } });
  }

  async setState(windowState: WindowState): Promise<void> {
    await this.#session.send('Browser.setWindowBounds', { windowId: this.#id, bounds: { windowState } });
  }
}
