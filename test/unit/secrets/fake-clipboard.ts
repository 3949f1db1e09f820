/** A clipboard that other programs can write to, and that can fail or take its time. */
import type { ClipboardPort } from '../../../src/main/secrets/clipboard-port.ts';

export class FakeClipboard implements ClipboardPort {
  text = '';
  sensitive = false;
  broken = false;
  /** Runs in the middle of every read, after the text was taken. */
  whileReading: () => void = () => undefined;

  async readText(): Promise<string> {
    this.#check();
    const { text } = this;
    this.whileReading();
    return text;
  }

  async writeText(text: string, { sensitive }: { sensitive: boolean }): Promise<void> {
    this.#check();
    this.text = text;
    this.sensitive = sensitive;
  }

  async clear(): Promise<void> {
    this.#check();
    this.text = '';
  }

  #check(): void {
    if (this.broken) throw new Error('another program holds the clipboard');
  }
}
