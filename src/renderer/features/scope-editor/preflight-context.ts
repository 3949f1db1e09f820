/** What cannot be granted, for every part of the editor, however deep in its tree. */
import { createContext, useContext } from 'react';
import { nothingRefused, type PreflightRules } from './preflight-rules.ts';

export const PreflightContext = createContext<PreflightRules>(nothingRefused);

export function usePreflightRules(): PreflightRules {
  return useContext(PreflightContext);
}
