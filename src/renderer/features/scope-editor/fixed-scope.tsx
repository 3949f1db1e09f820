import { Notice } from '../../ui/notice.tsx';

/** Stands where the scope editor would, in a workspace whose keys all have full access. */
export function FixedScope({ reason }: { reason: string }) {
  return (
    <section aria-label="Scope">
      <Notice message="Full access." hint={reason} />
    </section>
  );
}
