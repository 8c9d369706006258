import { retain } from '@remote-ui/rpc';
import { useCallback, useEffect, useMemo, useReducer, useRef, useState } from 'react';

import type { CallRecord } from '../functions/call-record.ts';
import type { PageFacts } from '../page-facts.ts';
import type { CardProblem, IframeRequest, PageApi } from '../protocol.ts';
import type { Banner } from './Banners.tsx';
import { startCardSession } from './card-session.ts';
import type { CardSession } from './card-session.ts';
import type { OverlayStore } from './components/overlay-store.ts';
import type { ServerApi } from './server-api.ts';
import { contextOf } from './host-context.ts';
import type { BenchAddress } from './page-address.ts';

export interface OpenIframe {
  readonly request: IframeRequest;
  readonly onClose: (() => void) | undefined;
}

/** What the card made the page show. */
export interface CardEffects {
  readonly banners: readonly Banner[];
  readonly problems: readonly CardProblem[];
  readonly iframe: OpenIframe | undefined;
  readonly calls: readonly CallRecord[];
}

export type Effect =
  | { readonly kind: 'alert-added'; readonly banner: Banner }
  | { readonly kind: 'alert-dismissed'; readonly id: number }
  | { readonly kind: 'problem-reported'; readonly problem: CardProblem }
  | { readonly kind: 'iframe-opened'; readonly iframe: OpenIframe }
  | { readonly kind: 'iframe-closed' }
  | { readonly kind: 'calls-read'; readonly calls: readonly CallRecord[] };

const nothingYet: CardEffects = { banners: [], problems: [], iframe: undefined, calls: [] };

export function effectsAfter(effects: CardEffects, effect: Effect): CardEffects {
  switch (effect.kind) {
    case 'alert-added':
      return { ...effects, banners: [...effects.banners, effect.banner] };
    case 'alert-dismissed':
      return { ...effects, banners: effects.banners.filter(({ id }) => id !== effect.id) };
    case 'problem-reported':
      // One error arrives as the worker's event and as the failed start.
      return effects.problems.some(({ message }) => message === effect.problem.message)
        ? effects
        : { ...effects, problems: [...effects.problems, effect.problem] };
    case 'iframe-opened':
      return { ...effects, iframe: effect.iframe };
    case 'iframe-closed':
      return { ...effects, iframe: undefined };
    case 'calls-read':
      return { ...effects, calls: effect.calls };
  }
}

export interface CardOptions {
  readonly facts: PageFacts;
  readonly address: BenchAddress;
  readonly server: ServerApi;
  readonly overlays: OverlayStore;
  readonly onRecordChange: () => void;
}

export interface RunningCard {
  readonly session: CardSession | undefined;
  readonly effects: CardEffects;
  readonly report: (effect: Effect) => void;
}

/** Runs the card of one record in a worker for as long as the page shows that record. */
export function useCard(options: CardOptions): RunningCard {
  const { facts, address, server, overlays, onRecordChange } = options;
  const [effects, report] = useReducer(effectsAfter, nothingYet);
  const [session, setSession] = useState<CardSession>();
  const live = useRef<CardSession | undefined>(undefined);
  const refresh = useCallback(() => {
    onRecordChange();
    live.current?.announceRecordChange();
  }, [onRecordChange]);
  const pageApi = useMemo(
    () => createPageApi({ server, overlays, refresh, report }),
    [server, overlays, refresh],
  );
  // The worker starts once; facts that are read again later reach it through `refresh`.
  const firstFacts = useRef(facts);

  useEffect(() => {
    const { record, card } = firstFacts.current;
    if (record.kind === 'missing') return undefined;
    const context = contextOf(firstFacts.current, record, address);
    const bundleUrl = card.bundleUrls[address.place];
    const started = startCardSession({ bundleUrl, context, pageApi });
    live.current = started;
    setSession(started);
    return () => {
      started.end();
    };
  }, [pageApi, address]);

  return { session, effects, report };
}

interface PageApiParts {
  readonly server: ServerApi;
  readonly overlays: OverlayStore;
  readonly refresh: () => void;
  readonly report: (effect: Effect) => void;
}

let bannerCount = 0;

function createPageApi({ server, overlays, refresh, report }: PageApiParts): PageApi {
  const readCalls = async (): Promise<void> => {
    report({ kind: 'calls-read', calls: await server.readFunctionCalls() });
  };
  return {
    async askServer(door, requestJson) {
      const reply = await server.askDoor(door, requestJson);
      if (door === 'call-function') void readCalls();
      return reply;
    },
    addAlert(alert) {
      bannerCount += 1;
      report({ kind: 'alert-added', banner: { id: bannerCount, alert } });
    },
    reloadPage: () => {
      window.location.reload();
    },
    refreshObjectProperties: refresh,
    openIframeModal: (request, onClose) => {
      // The callback of another thread is released with this call unless it is kept.
      if (onClose !== undefined) retain(onClose);
      report({ kind: 'iframe-opened', iframe: { request, onClose } });
    },
    closeOverlay: overlays.close,
    copyTextToClipboard: (text) => navigator.clipboard.writeText(text),
    navigateToPage: ({ to }) => {
      report({
        kind: 'problem-reported',
        problem: { message: `navigateToPage: this app has no page ${to}` },
      });
    },
    writeLog(level, text) {
      console[level](`[card] ${text}`);
    },
    reportProblem(problem) {
      console.error(`[card] ${problem.message}\n${problem.stack ?? ''}`);
      report({ kind: 'problem-reported', problem });
    },
  };
}
