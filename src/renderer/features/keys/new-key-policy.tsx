/** In *New key*: whether it rotates as its environment says, and why where it does not. */
import { useNow } from '../../lib/use-now.ts';
import { firstPolicyWords, firstReasonWords } from '../policies/first-policy-words.ts';
import type { PolicyDraft } from '../policies/policy-draft.ts';
import { draftOfDays } from '../policies/policy-draft.ts';
import { PolicyField } from '../policies/policy-field.tsx';
import { ReasonField } from '../policies/reason-field.tsx';
import type { useNewKey } from './use-new-key.ts';

type Props = { form: ReturnType<typeof useNewKey> };

export function NewKeyPolicy({ form }: Props) {
  const { days, policy, inherited } = form;
  const now = useNow();
  const choose = (next: PolicyDraft) => {
    // A number of its own starts from that of the environment as it is chosen by then.
    const starts = policy.mode === 'inherit' && next.mode === 'days';
    form.choosePolicy(
      starts ? { ...next, typed: draftOfDays('inherit', inherited?.days ?? null).typed } : next,
    );
  };
  const said = days !== undefined && inherited;
  return (
    <PolicyField
      label="Rotates"
      inheritLabel="As its environment says"
      draft={policy}
      onChange={choose}
      hint={said ? firstPolicyWords(days, { environment: form.draft.environment, inherited, now }) : ''}
    />
  );
}

/** Nothing to say why a key keeps to its environment. */
export function NewKeyPolicyReason({ form }: Props) {
  const { days, inherited } = form;
  return (
    <ReasonField
      value={form.reason}
      onChange={form.giveReason}
      request={form.request}
      hint={firstReasonWords(days, form.draft.environment, inherited)}
    />
  );
}
