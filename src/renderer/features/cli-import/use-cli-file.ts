/** What the CLI's file says at the moment, read when it is first wanted and again when asked. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { ErrorInfo } from '#shared/domain/errors.ts';
import type { CliFile, CliFilePlace } from '#shared/ipc/cli-import.ts';
import { answer, bridge } from '../../lib/bridge.ts';

/** `file` is undefined until it has been looked for, and null where there is none. */
type Looked = { place: CliFilePlace; file: CliFile | null | undefined; problem: ErrorInfo | null };

export function useCliFile(): Looked & {
  look: (place: CliFilePlace) => Promise<void>;
  /** Asks for another file; answers once that is read, or the person thought better of it. */
  choose: () => Promise<void>;
} {
  const [looked, setLooked] = useState<Looked>({ place: 'standard', file: undefined, problem: null });
  const shown = useRef(true);

  const look = useCallback(async (place: CliFilePlace) => {
    const result = await answer(bridge().cliImportLook({ place }));
    if (!shown.current) return;
    setLooked({ place, file: result.ok ? result.value : null, problem: result.ok ? null : result.error });
  }, []);
  const choose = useCallback(async () => {
    const result = await answer(bridge().cliImportChoose({}));
    if (result.ok && result.value.chosen) await look('chosen');
  }, [look]);

  useEffect(() => {
    shown.current = true;
    void look('standard');
    return () => {
      shown.current = false;
    };
  }, [look]);
  return { ...looked, look, choose };
}
