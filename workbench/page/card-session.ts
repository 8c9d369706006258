import { createRemoteReceiver } from '@remote-ui/core';
import type { RemoteReceiver } from '@remote-ui/core';
import { createEndpoint, fromWebWorker } from '@remote-ui/rpc';

import type { CardProblem, HostContext, PageApi, WorkerApi } from '../protocol.ts';

/** A card running in its own worker. */
export interface CardSession {
  readonly receiver: RemoteReceiver;
  announceRecordChange(): void;
  end(): void;
}

export interface CardSessionOptions {
  readonly bundleUrl: string;
  readonly context: HostContext;
  readonly pageApi: PageApi;
}

/** Starts the worker and the card in it; problems while starting go to `reportProblem`. */
export function startCardSession(options: CardSessionOptions): CardSession {
  const { bundleUrl, context, pageApi } = options;
  const worker = new Worker('/assets/worker.js');
  const endpoint = createEndpoint<WorkerApi>(fromWebWorker(worker));
  endpoint.expose({ ...pageApi });
  const receiver = createRemoteReceiver();
  const report = (problem: CardProblem): void => {
    pageApi.reportProblem(problem);
  };
  worker.addEventListener('error', (event) => {
    report({ message: event.message || 'The worker did not load' });
  });
  endpoint.call
    .start(receiver.receive, { bundleUrl: new URL(bundleUrl, window.location.href).href, context })
    .catch((error: unknown) => {
      report({ message: String(error), stack: error instanceof Error ? error.stack : undefined });
    });
  return {
    receiver,
    announceRecordChange: () => void endpoint.call.announceRecordChange(),
    end() {
      endpoint.terminate();
      worker.terminate();
    },
  };
}
