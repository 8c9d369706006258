import * as RemoteUI from '@remote-ui/react';
import { createRemoteRoot } from '@remote-ui/core';
import type { RemoteChannel } from '@remote-ui/core';
import { createEndpoint, retain } from '@remote-ui/rpc';
import type { MessageEndpoint } from '@remote-ui/rpc';
import * as React from 'react';
import type { ReactElement } from 'react';

import type { CardProblem, CardStart, PageApi, WorkerApi } from '../protocol.ts';
import { createCrmApi } from './crm-api.ts';
import type { CrmApi } from './crm-api.ts';
import { callFunction, createExtensionApi } from './extension-api.ts';
import type { ExtensionApi } from './extension-api.ts';
import { closeSandbox } from './sandbox.ts';

/** The classic worker the card's production bundle runs in: globals first, then `importScripts`. */

declare function importScripts(...urls: readonly string[]): void;

type RenderCard = (api: ExtensionApi) => ReactElement;

const port: MessageEndpoint = {
  postMessage: (message, transfer) => {
    self.postMessage(message, transfer === undefined ? {} : { transfer });
  },
  addEventListener: (type, listener) => {
    self.addEventListener(type, listener);
  },
  removeEventListener: (type, listener) => {
    self.removeEventListener(type, listener);
  },
};

const endpoint = createEndpoint<PageApi>(port);
const page = endpoint.call;
const crm: CrmApi = createCrmApi(page);
const ExtensionContext = React.createContext<ExtensionApi | undefined>(undefined);

function useExtensionApi(): ExtensionApi {
  const api = React.useContext(ExtensionContext);
  if (api === undefined) throw new Error('An extension hook was used outside of the card');
  return api;
}

function problemOf(error: unknown): CardProblem {
  return error instanceof Error
    ? { message: `${error.name}: ${error.message}`, stack: error.stack }
    : { message: String(error) };
}

self.addEventListener('error', (event) => {
  void page.reportProblem(problemOf(event.error ?? event.message));
});
self.addEventListener('unhandledrejection', (event) => {
  void page.reportProblem(problemOf(event.reason));
});

/** The globals the SDK inside the bundle looks for (`@hubspot/ui-extensions`, worker-globals). */
function installGlobals(onExtend: (renderCard: RenderCard) => void): void {
  Object.assign(globalThis, {
    __HUBSPOT_EXTENSION_WORKER__: true,
    React,
    RemoteUI,
    logger: {
      debug: (text: unknown) => void page.writeLog('debug', String(text)),
      info: (text: unknown) => void page.writeLog('info', String(text)),
      warn: (text: unknown) => void page.writeLog('warn', String(text)),
      error: (text: unknown) => void page.writeLog('error', String(text)),
    },
    extend_V2: onExtend,
    serverless: (name: string, options?: object) => callFunction(page, name, options),
    hsFetch: () => Promise.reject(new Error('hubspot.fetch: the app permits no fetch URL')),
    hsWorkerAPI: {
      useExtensionApi,
      useExtensionContext: () => useExtensionApi().context,
      useExtensionActions: () => useExtensionApi().actions,
      useAppPageLocation: () => ({ path: '/', params: {} }),
      fetchCrmProperties: crm.fetchCrmProperties,
      fetchCrmSearch: crm.fetchCrmSearch,
      fetchAssociations: crm.fetchAssociations,
      formatCrmProperties: crm.formatCrmProperties,
      // A public probe of the real one got the status and no body; nothing should build on it.
      fetchHubSpotApi: () => Promise.resolve({ status: 200, headers: null, body: null }),
    },
  });
}

function loadCard(bundleUrl: string): RenderCard {
  let renderCard: RenderCard | undefined;
  installGlobals((callback) => (renderCard = callback));
  const load = importScripts;
  closeSandbox();
  load(bundleUrl);
  if (renderCard === undefined) throw new Error('The card never called hubspot.extend()');
  return renderCard;
}

async function start(channel: RemoteChannel, card: CardStart): Promise<void> {
  // Otherwise the channel is released when this call returns and the first update is lost.
  retain(channel);
  const renderCard = loadCard(card.bundleUrl);
  const api = createExtensionApi(card.context, page, crm);
  const root = createRemoteRoot(channel, { strict: false });
  RemoteUI.createRoot(root).render(
    <ExtensionContext.Provider value={api}>{renderCard(api)}</ExtensionContext.Provider>,
  );
  await root.mount();
}

const workerApi: WorkerApi = {
  start,
  announceRecordChange: () => void crm.publishChanges(),
};

endpoint.expose({ ...workerApi });
