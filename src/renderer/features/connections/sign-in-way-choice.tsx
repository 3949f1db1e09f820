/** By a pasted credential or with the browser, where the platform has both; and what the second means. */
import { type PlatformId, platforms } from '#shared/domain/platform.ts';
import type { SignInWay } from '#shared/ipc/connections.ts';
import { Segments } from '../../ui/segments.tsx';
import styles from './sign-in-way-choice.module.css';

// Not called by the credential's name: that is the name of its field.
const ways = [
  { value: 'credential', label: 'Paste a key' },
  { value: 'browser', label: 'Sign in with your browser' },
] as const satisfies { value: SignInWay; label: string }[];

/** Nothing where there is no choice. */
export function SignInWayChoice({
  platform,
  value,
  onValueChange,
}: {
  platform: PlatformId;
  value: SignInWay;
  onValueChange: (way: SignInWay) => void;
}) {
  if (!platforms[platform].browserSignIn) return null;
  return <Segments legend="How to sign in" segments={ways} value={value} onValueChange={onValueChange} />;
}

export function BrowserWords({ platform }: { platform: PlatformId }) {
  const { label } = platforms[platform];
  return (
    <p className={styles.words}>
      {label} opens in your browser. You sign in there and choose the workspace; Latchkey never sees your
      password, and can do what your role in that workspace allows.
    </p>
  );
}
