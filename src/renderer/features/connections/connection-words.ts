/** A sign-in in words: what it is called, how it is, how its platform answered. */
import type { ErrorInfo } from '#shared/domain/errors.ts';
import { platforms } from '#shared/domain/platform.ts';
import type { Connection, ConnectionState, LastAnswer, Workspace } from '#shared/ipc/connections.ts';
import type { SignInSubject } from '../../app/dialogs.ts';
import { grouped } from '../../lib/plural.ts';

/** A sign-in and the workspaces it brought. */
export type ConnectionEntry = { connection: Connection; workspaces: readonly Workspace[] };

/**
 * The name a person gave it, else who it is signed in as, else what it reaches: Roboflow does not say who a key is, and its
 * keys reach one workspace each.
 */
export function titleOf(
  connection: Pick<Connection, 'label' | 'account' | 'platform'>,
  workspaces: readonly Pick<Workspace, 'platformName'>[],
): string {
  const { label, account, platform } = connection;
  const reached = workspaces.map(({ platformName }) => platformName).join(', ');
  return label ?? account ?? (reached || platforms[platform].label);
}

/** What *Sign in again* needs to know of a sign-in, whether it has workspaces or not. */
export function signInSubject({ connection, workspaces }: ConnectionEntry): SignInSubject {
  const { id, platform, baseUrl, account, label, signInWay } = connection;
  return {
    connectionId: id,
    platform,
    baseUrl,
    account,
    label,
    signInWay,
    name: titleOf(connection, workspaces),
  };
}

/** Host, port and path: what tells two servers apart. The scheme says nothing more. */
export function placeOf(baseUrl: string): string {
  return baseUrl.replace(/^https?:\/\//, '').replace(/\/+$/, '');
}

/** Platform, host and, where the title is another, the account. */
export function subtitleOf(connection: Connection): string {
  const { platform, baseUrl, label, account } = connection;
  return [platforms[platform].label, placeOf(baseUrl), ...(label && account ? [account] : [])].join(' · ');
}

export type StateWords = { text: string; tone: 'good' | 'warn' | 'bad'; problem: ErrorInfo | null };

const words: Readonly<Record<ConnectionState, { text: string; tone: StateWords['tone'] }>> = {
  ready: { text: 'Signed in', tone: 'good' },
  'sign-in': { text: 'Sign in again', tone: 'bad' },
  offline: { text: 'Offline', tone: 'warn' },
  error: { text: 'Error', tone: 'bad' },
};

/** A keychain that does not answer keeps from signing in, but nothing is wrong with the platform. */
const keychainWords: StateWords['text'] = 'Keychain';

/** A sign-in that works can still have a workspace that could not be read: then that is what there is to say. */
export function stateWords(connection: Connection, workspaces: readonly Workspace[]): StateWords {
  const worst: Pick<Connection, 'state' | 'problem'> =
    connection.state === 'ready'
      ? (workspaces.find(({ state }) => state !== 'ready') ?? connection)
      : connection;
  const { state, problem } = worst;
  const text = problem?.code === 'keychain' ? keychainWords : words[state].text;
  return { text, tone: words[state].tone, problem: state === 'ready' ? null : problem };
}

/** "Answered in 143 ms", and otherwise what the platform's number means. */
export function answerWords({ status, milliseconds }: LastAnswer): string {
  if (status === null) return 'No answer';
  if (status >= 200 && status < 300) return `Answered in ${duration(milliseconds)}`;
  return `${refusals[status] ?? (status >= 500 ? 'Server error' : 'Refused')} (${status})`;
}

const refusals: Readonly<Record<number, string>> = {
  401: 'Credential refused',
  403: 'Not allowed',
  404: 'Not found',
  429: 'Too many requests',
};

/** "143 ms", "1.4 s". */
export function duration(milliseconds: number): string {
  return milliseconds < 1000 ? `${grouped(milliseconds)} ms` : `${(milliseconds / 1000).toFixed(1)} s`;
}

/** How one is signed in, in words. */
export function signInWords({ platform, signInWay }: Pick<Connection, 'platform' | 'signInWay'>): string {
  if (signInWay === 'browser') return 'With the browser, as a person with a role';
  const { credentialLabel } = platforms[platform];
  const article = credentialLabel === 'API key' ? 'an' : 'a';
  return `With ${article} ${credentialLabel === 'API key' ? credentialLabel : credentialLabel.toLowerCase()}`;
}

export const keptInWords: Readonly<Record<Connection['keptIn'], string>> = {
  keychain: 'In the keychain of this computer',
  session: 'In memory, for this session only',
  sandbox: 'Nowhere: the sandbox hands it out at every start',
  nowhere: 'Missing: sign in again to store it anew',
};
