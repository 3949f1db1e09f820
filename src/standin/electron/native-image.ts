import type { NativeImage } from 'electron';
import { Named } from './named.ts';

type Shown = Pick<NativeImage, 'isEmpty' | 'toDataURL'>;

/** A picture of a window, always a PNG. */
export class StandinImage extends Named implements Shown {
  static override readonly name = 'NativeImage';
  readonly #png: Buffer<ArrayBuffer>;

  constructor(png: Buffer<ArrayBuffer>) {
    super();
    this.#png = png;
  }

  toPNG(): Buffer<ArrayBuffer> {
    return this.#png;
  }

  toDataURL(): string {
    return `data:image/png;base64,${this.#png.toString('base64')}`;
  }

  /** Width and height stand at a fixed place in a PNG's first chunk. */
  getSize(): { width: number; height: number } {
    return { width: this.#png.readUInt32BE(16), height: this.#png.readUInt32BE(20) };
  }

  /** Never for a window that is on screen. */
  isEmpty(): boolean {
    return this.#png.length === 0;
  }
}
