/** Decides about every request of a window: the application's rules first, then its own answers, else the network. */
import type { CdpEvent } from '../chromium/protocol.ts';
import { addresses } from './address.ts';
import type { Page } from './page.ts';
import { type Fulfilment, toFulfilment, toRequest } from './responder.ts';

export type Paused = CdpEvent<'Fetch.requestPaused'>;

/** What the application has to say, in its own addresses. */
export interface RequestRules {
  /** A document that the page itself asked for: false when the application prevents it. */
  mayNavigate(url: string, isMainFrame: boolean): boolean;
  mayRedirect(url: string, isMainFrame: boolean): boolean;
  /** Called once for each document of the main frame, before it is there. */
  beforeDocument(page: Page, browserUrl: string): Promise<void>;
  before(paused: Paused, isMainFrame: boolean): Promise<{ cancel?: boolean; redirectURL?: string }>;
  received(paused: Paused, isMainFrame: boolean, answer: Fulfilment): Promise<Fulfilment | undefined>;
  /** The answer of the scheme's handler, undefined without one. */
  respond(scheme: string, request: Request): Promise<Response | undefined>;
}

const wantsDocument = ({ resourceType }: Paused) => resourceType === 'Document';

function allowed(paused: Paused, page: Page, rules: RequestRules): boolean {
  if (!wantsDocument(paused)) return true;
  const isMainFrame = paused.frameId === page.targetId;
  const url = addresses.toApplication(paused.request.url + (paused.request.urlFragment ?? ''));
  if (paused.redirectedRequestId) return rules.mayRedirect(url, isMainFrame);
  const wish = !isMainFrame || page.navigation.isPagesWish(paused.request.url, paused.request.method);
  return !wish || rules.mayNavigate(url, isMainFrame);
}

export async function handleRequest(paused: Paused, page: Page, rules: RequestRules): Promise<void> {
  const { requestId, request } = paused;
  const { session } = page;
  // Aborted leaves the page as it is; any other reason would put Chromium's error page in its place.
  const abort = () => session.send('Fetch.failRequest', { requestId, errorReason: 'Aborted' });
  const refuse = () => session.send('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' });
  const fail = () => session.send('Fetch.failRequest', { requestId, errorReason: 'Failed' });
  const isMainFrame = wantsDocument(paused) && paused.frameId === page.targetId;

  if (!page.isOpen)
    return void (await session.send('Fetch.fulfillRequest', { requestId, responseCode: 200 }));
  if (!allowed(paused, page, rules)) return void (await abort());
  const { cancel, redirectURL } = await rules.before(paused, isMainFrame);
  if (cancel) return void (await refuse());
  if (redirectURL) {
    const url = addresses.toBrowser(redirectURL);
    return void (await session.send('Fetch.continueRequest', { requestId, url }));
  }
  const scheme = addresses.schemeOf(request.url);
  if (isMainFrame) await rules.beforeDocument(page, request.url);
  if (!scheme) return void (await session.send('Fetch.continueRequest', { requestId }));
  const answer = await answerOf(scheme, paused, isMainFrame, rules);
  if (!answer) return void (await fail());
  await session.send('Fetch.fulfillRequest', { requestId, ...answer });
}

async function answerOf(scheme: string, paused: Paused, isMainFrame: boolean, rules: RequestRules) {
  try {
    const response = await rules.respond(scheme, toRequest(paused));
    // Status 0 is how Response.error() says that there is no answer.
    if (!response || response.status === 0) return undefined;
    return await rules.received(paused, isMainFrame, await toFulfilment(response));
  } catch (error) {
    process.stderr.write(`protocol handler for ${scheme}: ${String(error)}\n`);
    return undefined;
  }
}
