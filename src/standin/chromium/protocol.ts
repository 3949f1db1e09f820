/** Chromium's DevTools protocol as types, taken from the ones Playwright publishes for its own CDP session. */
import type { CDPSession } from '@playwright/test';

declare const published: CDPSession;

/** The events the stand-in listens to. */
export type CdpEventName =
  | 'Fetch.requestPaused'
  | 'Inspector.targetCrashed'
  | 'Page.downloadWillBegin'
  | 'Page.frameNavigated'
  | 'Page.frameRequestedNavigation'
  | 'Page.javascriptDialogOpening'
  | 'Page.lifecycleEvent'
  | 'Page.navigatedWithinDocument'
  | 'Page.windowOpen'
  | 'Runtime.bindingCalled'
  | 'Runtime.consoleAPICalled'
  | 'Runtime.executionContextCreated'
  | 'Runtime.executionContextsCleared'
  | 'Target.attachedToTarget'
  | 'Target.detachedFromTarget'
  | 'Target.targetInfoChanged';

export type CdpEvent<E extends CdpEventName> = Parameters<Parameters<typeof published.addListener<E>>[1]>[0];

export type CdpMethod = Parameters<CDPSession['send']>[0];
export type CdpParameters<M extends CdpMethod> = NonNullable<Parameters<typeof published.send<M>>[1]>;
export type CdpResult<M extends CdpMethod> = Awaited<ReturnType<typeof published.send<M>>>;
