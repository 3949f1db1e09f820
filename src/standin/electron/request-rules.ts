/** The application's say in the requests of one window, put together from its events, its session and its schemes. */
import { addresses } from '../window/address.ts';
import type { RequestRules } from '../window/requests.ts';
import type { StandinFrame } from './frame.ts';
import { StandinEvent } from './named.ts';
import { protocol } from './protocol.ts';
import { defaultSession } from './session.ts';

interface Emitter {
  emit(event: string, ...args: unknown[]): boolean;
}

/** Electron passes the same facts on the event itself and, for old listeners, one by one after it. */
function ask(
  contents: Emitter,
  name: string,
  url: string,
  isMainFrame: boolean,
  frame: StandinFrame | null,
): boolean {
  const event = Object.assign(new StandinEvent(), {
    url,
    isMainFrame,
    isSameDocument: false,
    frame,
    initiator: frame,
  });
  contents.emit(name, event, url, false, isMainFrame, frame?.processId ?? 0, frame?.routingId ?? 0);
  return !event.defaultPrevented;
}

export function requestRules(contents: Emitter, currentFrame: () => StandinFrame | null): RequestRules {
  // Handlers are asked once for each origin, as Electron's answers hold for a session.
  const settled = new Set<string>();
  return {
    mayNavigate(url, isMainFrame) {
      const frame = currentFrame();
      if (!ask(contents, 'will-frame-navigate', url, isMainFrame, frame)) return false;
      // Electron tells of every frame first, then of the main frame once more.
      return !isMainFrame || ask(contents, 'will-navigate', url, true, frame);
    },
    mayRedirect: (url, isMainFrame) => ask(contents, 'will-redirect', url, isMainFrame, currentFrame()),
    async beforeDocument(page, browserUrl) {
      const { origin } = new URL(browserUrl);
      if (settled.has(origin)) return;
      settled.add(origin);
      const applicationOrigin = addresses.headerToApplication(`${origin}/`);
      await defaultSession.settlePermissions(page, contents, origin, applicationOrigin);
    },
    before: (paused, isMainFrame) => defaultSession.webRequest.before(paused, isMainFrame),
    received: (paused, isMainFrame, answer) =>
      defaultSession.webRequest.received(paused, isMainFrame, answer),
    respond: (scheme, request) => protocol.respond(scheme, request),
  };
}
