import { StandinFrame } from './frame.ts';

/** Which document a window shows now, as the frame that the application compares senders with. */
export class CurrentDocument {
  #frame: StandinFrame | null = null;
  #count = 0;

  /** Null before the first document and after the last. */
  get frame(): StandinFrame | null {
    return this.#frame;
  }

  begin(browserUrl: string): void {
    this.#frame = new StandinFrame(browserUrl, ++this.#count, (frame) => frame === this.#frame);
  }

  moveTo(browserUrl: string): void {
    this.#frame?.moveTo(browserUrl);
  }

  end(): void {
    this.#frame = null;
  }
}
