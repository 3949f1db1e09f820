import type { SecretStore } from '../secrets/secret-store.ts';
import type { Store } from '../store/client.ts';

/** Asks for a file; null when the person thought better of it. */
export type FileDialog = (title: string, startAt: string) => Promise<string | null>;

/** The part of signing in that is needed here. */
type SignIns = {
  connect(request: {
    platform: 'roboflow';
    baseUrl: string;
    credential: string;
    slug: string;
    signal: AbortSignal;
  }): Promise<{ connectionId: string; workspaceIds: string[] }>;
};

export type CliImportNeeds = {
  store: Store;
  secrets: SecretStore;
  connections: SignIns;
  askWhichFile: FileDialog;
  afterSignIn: (workspaceIds: string[]) => void;
  /** The CLI's own place, and the home folder, which people write as `~`. */
  standardFile: string;
  home: string;
};
