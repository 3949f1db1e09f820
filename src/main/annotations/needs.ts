import type { AnnotationPatch } from '#shared/domain/annotations.ts';
import type { ErrorInfo } from '#shared/domain/errors.ts';
import type { Store } from '../store/client.ts';
import type { Clock, Emit } from '../system/ports.ts';

type Metadata = Record<string, unknown>;

export type AnnotationNeeds = {
  store: Store;
  clock: Clock;
  emit: Emit;
  /**
   * Writes annotations into a key's metadata, merged by `merge` into what the platform has now; with an intent before and a
   * result after it. Comes from the keys feature.
   */
  shareAnnotations: (
    keyId: string,
    merge: (now: Metadata) => { metadata: Metadata; sent: AnnotationPatch },
  ) => Promise<void>;
  /** What was thrown, as it may be shown. */
  describe: (error: unknown) => ErrorInfo;
  report: (error: unknown) => void;
};
