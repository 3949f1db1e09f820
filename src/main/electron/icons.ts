/** The pictures for tray and taskbar, which the build lays beside main. */
import { join } from 'node:path';
import { type NativeImage, nativeImage } from 'electron';

/** `folder`: where the build put them. Larger ones (`@2x`) beside a file are found by Electron. */
export type Icons = (name: string) => NativeImage;

export const iconsIn =
  (folder: string): Icons =>
  (name) =>
    nativeImage.createFromPath(join(folder, name));
