/** Making a key. Its secret goes from the answer into the hand-over; nothing else keeps it. */
import { type AnnotationPatch, annotationProblem, tidyAnnotations } from '#shared/domain/annotations.ts';
import type { Environment } from '#shared/domain/environment.ts';
import { whyUnfit } from '#shared/domain/fit-grant.ts';
import { type Grant, isFullAccess } from '#shared/domain/grant.ts';
import { grantSentence } from '#shared/domain/grant-text.ts';
import { metadataProblem, metadataRows } from '#shared/domain/key-metadata.ts';
import { platforms, whyNotEditGrant } from '#shared/domain/platform.ts';
import type { FirstPolicy } from '#shared/domain/policies.ts';
import type { Workspace } from '#shared/ipc/connections.ts';
import type { NewKey } from '../platforms/platform.ts';
import { AppError } from '../system/app-error.ts';
import { timestamp } from '../system/ports.ts';
import { giveFirstPolicy, refuseUnexplained } from './first-policy.ts';
import { needGoodName } from './name.ts';
import { announce, type KeyNeeds } from './needs.ts';
import { remoteWrite } from './remote-write.ts';
import type { Expected } from './settle.ts';

export type CreateRequest = {
  workspaceId: string;
  name: string;
  environment: Environment;
  grant: Grant | null;
  folderIds?: string[];
  metadata?: Record<string, string>;
  protected?: true;
  policy?: FirstPolicy;
} & Pick<AnnotationPatch, 'owner' | 'consumers' | 'purpose'>;
export type Created = {
  keyId: string;
  handOverId: string;
  name: string;
  prefix: string;
  hiddenLength: number;
};

/** Throws what is wrong with the request beside its field, or what the platform refused. */
export async function createKey(needs: KeyNeeds, request: CreateRequest): Promise<Created> {
  const workspace = await needWorkspace(needs, request.workspaceId);
  const name = await needGoodName(needs, { ...request, platform: workspace.platform, exceptKeyId: null });
  refuseUnfitGrant(workspace, request.grant);
  refuseMissing(workspace, request);
  const metadata = fieldsOf(request.metadata);
  const annotations = notedAbout(request);
  await refuseUnexplained(needs.store, request);

  const wanted: NewKey = {
    name,
    grant: request.grant,
    ...(request.folderIds && { folderIds: request.folderIds }),
    ...(metadata && { metadata }),
    ...(request.protected && { protected: true }),
  };
  return mintKey(needs, workspace, wanted, {
    annotations,
    ...(request.policy && { policy: request.policy }),
    detail: `Made. ${inWords(request)}`,
  });
}

/** Beside the key itself: what is noted about it, and what its activity says. */
export type Minting = {
  annotations: AnnotationPatch;
  /** Of its own; left out: that of its environment. */
  policy?: FirstPolicy;
  detail: string;
  /** Under which the write is written down; a new one where left out. */
  intentId?: string;
  /** Its secret was handed over, or nobody needs it, and that is stored. */
  onLetGo?: () => void;
};

/** Sends what was checked before. Throws what the platform refused. */
export async function mintKey(
  needs: KeyNeeds,
  workspace: Workspace,
  wanted: NewKey,
  { annotations, policy, detail, intentId = needs.newId(), onLetGo }: Minting,
): Promise<Created> {
  const { store, sessions, handOvers, fingerprints, clock, emit } = needs;
  const { name, grant } = wanted;
  const expected: Expected = { name, ...(grant && { grant }), annotations, ...(policy && { policy }) };
  const created = await remoteWrite(
    needs,
    {
      id: intentId,
      workspaceId: workspace.id,
      keyId: null,
      action: 'create',
      expected,
      detail,
    },
    () =>
      sessions.use(workspace.connectionId, (adapter, session) =>
        // The intent's id serves as idempotency key where the platform knows such a thing.
        adapter.createKey(session, workspace.slug, wanted, intentId),
      ),
    async ({ key, secret }) => {
      const keyId = await store.write.upsertKey(workspace.id, key, timestamp(clock), annotations);
      if (policy) await giveFirstPolicy(store, keyId, policy, timestamp(clock));
      await store.write.holdSecret(keyId, intentId);
      const handOver = handOvers.begin({
        platform: workspace.platform,
        workspaceSlug: workspace.slug,
        baseUrl: workspace.baseUrl,
        keyName: name,
        secret,
        prefix: key.prefix,
        onLetGo: () => void store.write.letGoOfSecret(keyId).then(onLetGo).catch(needs.report),
      });
      fingerprints.keep({ keyId, secret, lasting: !workspace.embedded });
      return { keyId, name, ...handOver };
    },
  );
  announce(emit, workspace.id);
  needs.annotated(created.keyId);
  return created;
}

/** Throws what is wrong with it beside its field. */
function notedAbout({ environment, owner, consumers, purpose }: CreateRequest): AnnotationPatch {
  const noted: AnnotationPatch = {
    environment,
    ...(owner !== undefined && { owner }),
    ...(consumers !== undefined && { consumers }),
    ...(purpose !== undefined && { purpose }),
  };
  const problem = annotationProblem(noted);
  if (problem) throw new AppError({ code: 'bad-input', ...problem });
  return tidyAnnotations(noted);
}

async function needWorkspace({ store }: KeyNeeds, workspaceId: string): Promise<Workspace> {
  const workspace = (await store.read.workspaces()).find((each) => each.id === workspaceId);
  if (!workspace)
    throw new AppError({ code: 'bad-input', field: 'workspaceId', message: 'Choose a workspace.' });
  return workspace;
}

function inWords({ grant, folderIds }: CreateRequest): string {
  return grant ? grantSentence(grant, folderIds?.length) : 'This key can do what the key of the login can.';
}

/** Tidied; undefined where there are none. Throws what is wrong with them. */
function fieldsOf(metadata: CreateRequest['metadata'] = {}): Record<string, string> | undefined {
  const rows = Object.entries(metadata).map(([name, value]) => ({ name, value }));
  const problem = metadataProblem(rows);
  if (problem !== null) throw new AppError({ code: 'bad-input', field: 'metadata', message: problem });
  const tidy = metadataRows(rows);
  return tidy.length === 0 ? undefined : Object.fromEntries(tidy.map(({ name, value }) => [name, value]));
}

function refuseMissing({ platform }: Workspace, wanted: CreateRequest): void {
  const { folders, protect, metadata, grantAsLogin } = platforms[platform].capabilities;
  if (wanted.grant === null && grantAsLogin !== true)
    throw new AppError({ code: 'not-supported', field: 'grant', message: grantAsLogin.missing });
  if (wanted.metadata && metadata !== true)
    throw new AppError({ code: 'not-supported', field: 'metadata', message: metadata.missing });
  if (wanted.folderIds && folders !== true)
    throw new AppError({ code: 'not-supported', field: 'folderIds', message: folders.missing });
  if (wanted.protected && protect !== true)
    throw new AppError({ code: 'not-supported', field: 'protected', message: protect.missing });
}

function refuseUnfitGrant(workspace: Workspace, grant: Grant | null): void {
  if (grant === null) return;
  if (grant.platform !== workspace.platform) {
    throw new AppError({
      code: 'bad-input',
      field: 'grant',
      message: 'This scope belongs to another platform.',
    });
  }
  const fixed = whyNotEditGrant(workspace);
  if (fixed !== null && !isFullAccess(grant)) {
    throw new AppError({ code: 'plan', field: 'grant', message: fixed });
  }
  const unfit = whyUnfit(grant);
  if (unfit !== null) throw new AppError({ code: 'bad-input', field: 'grant', message: unfit });
}
