import { existsSync, readFileSync } from 'node:fs';
import type { NativeImage, nativeImage as Real } from 'electron';
import { Named } from './named.ts';

type Shown = Pick<NativeImage, 'isEmpty' | 'toDataURL'>;

/** A picture of a window or from a file, always a PNG. */
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

  /** Never for a window that is on screen; for a file that is not there or no PNG. */
  isEmpty(): boolean {
    return this.#png.length === 0;
  }
}

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47]);

/** The module's own functions; larger files beside the one that is named are not looked for. */
class StandinNativeImage extends Named {
  static override readonly name = 'nativeImage';

  /** Empty, and no error, where there is no such picture. */
  createFromPath(...[path]: Parameters<typeof Real.createFromPath>): StandinImage {
    const file = existsSync(path) ? readFileSync(path) : Buffer.alloc(0);
    return new StandinImage(file.subarray(0, 4).equals(signature) ? file : Buffer.alloc(0));
  }
}

export const nativeImage = new StandinNativeImage();
