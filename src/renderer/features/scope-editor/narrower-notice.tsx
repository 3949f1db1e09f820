/** Names the narrowest template that what people noted about a key asks for, says by which words, and offers it. */
import type { Grant } from '#shared/domain/grant.ts';
import { grantSentence } from '#shared/domain/grant-text.ts';
import { type Clues, type Narrower, narrowerTemplate } from '#shared/domain/templates.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { usePreflightRules } from './preflight-context.ts';
import { thenToScope } from './then-to-scope.ts';

const opening = 'This key can';
/** Longer notes are cut: they stand in the form themselves. */
const longestQuote = 60;

export function NarrowerNotice({
  grant,
  clues,
  onTake,
}: {
  grant: Grant;
  clues: Clues;
  onTake: (grant: Grant) => void;
}) {
  const rules = usePreflightRules();
  const narrower = narrowerTemplate(grant, clues);
  if (!narrower || rules.grant(narrower.template.grant) !== null) return null;
  const { label, grant: enough } = narrower.template;
  return (
    <Notice
      message={`${label} would be enough for ${toldBy(narrower)}.`}
      hint={grantSentence(enough).replace(opening, 'With it the key can')}
    >
      <Button onClick={(event) => thenToScope(event.currentTarget, () => onTake(enough))}>Use {label}</Button>
    </Notice>
  );
}

function toldBy({ source, words }: Narrower): string {
  const quote = `“${words.length > longestQuote ? `${words.slice(0, longestQuote).trimEnd()}…` : words}”`;
  switch (source) {
    case 'purpose':
      return `its purpose, ${quote}`;
    case 'consumers':
      return `what uses it, ${quote}`;
    case 'name':
      return `what its name says, ${quote}`;
  }
}
