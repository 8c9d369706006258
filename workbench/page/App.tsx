import { RemoteRenderer } from '@remote-ui/react/host';
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { ReactNode } from 'react';

import type { PageFacts } from '../page-facts.ts';
import { Banners, Problems } from './Banners.tsx';
import { LoadingSpinner } from './components/feedback.tsx';
import { OverlayStoreContext, createOverlayStore } from './components/overlay-store.ts';
import { createHostController } from './controller.ts';
import { FunctionLog } from './FunctionLog.tsx';
import { IframeModal } from './IframeModal.tsx';
import { parseBenchAddress } from './page-address.ts';
import type { BenchAddress } from './page-address.ts';
import { PlacePage } from './PlacePage.tsx';
import { createServerApi } from './server-api.ts';
import type { ServerApi } from './server-api.ts';
import { TopBar } from './TopBar.tsx';
import { useCard } from './use-card.ts';
import type { RunningCard } from './use-card.ts';

type Loading =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'ready'; readonly facts: PageFacts };

export function App(): ReactNode {
  const address = useMemo(() => parseBenchAddress(new URL(window.location.href)), []);
  const server = useMemo(() => createServerApi(address), [address]);
  const [loading, setLoading] = useState<Loading>({ kind: 'loading' });
  const read = useCallback(() => {
    server.readFacts().then(
      (facts) => {
        setLoading({ kind: 'ready', facts });
      },
      (error: unknown) => {
        // A shown page stays: what the card still has to say must not go with a failed refresh.
        setLoading((before) =>
          before.kind === 'ready' ? before : { kind: 'failed', message: String(error) },
        );
      },
    );
  }, [server]);
  useEffect(read, [read]);

  switch (loading.kind) {
    case 'loading':
      return <LoadingSpinner label="Loading the record" layout="centered" size="md" />;
    case 'failed':
      return <PageNotice title="The record page cannot be shown" text={loading.message} />;
    case 'ready':
      return <Bench address={address} server={server} facts={loading.facts} onRefresh={read} />;
  }
}

function PageNotice({ title, text }: { readonly title: string; readonly text: string }): ReactNode {
  return (
    <div className="rp-notice" role="alert">
      <h1>{title}</h1>
      <p>{text}</p>
      <a href="/">Open a contact of the default scenario</a>
    </div>
  );
}

interface BenchProps {
  readonly address: BenchAddress;
  readonly server: ServerApi;
  readonly facts: PageFacts;
  readonly onRefresh: () => void;
}

function Bench(props: BenchProps): ReactNode {
  const { address, server, facts } = props;
  const overlays = useMemo(createOverlayStore, []);
  const controller = useMemo(createHostController, []);
  const [isLogOpen, setLogOpen] = useState(false);
  const card = useCard({ facts, address, server, overlays, onRecordChange: props.onRefresh });
  const { record } = facts;
  usePanelWidth(address);
  useDocumentTitle(record);

  return (
    <OverlayStoreContext.Provider value={overlays}>
      <div className="wb-page">
        <TopBar
          facts={facts}
          address={address}
          callCount={card.effects.calls.length}
          onReset={() => {
            void server.resetPortal().then(() => {
              window.location.reload();
            });
          }}
          onToggleLog={() => {
            setLogOpen(!isLogOpen);
          }}
        />
        {record.kind === 'missing' ? (
          <PageNotice title="This record is not in the portal" text={record.reason} />
        ) : (
          <PlacePage record={record} address={address} title={facts.card.title}>
            <Problems problems={card.effects.problems} />
            {card.session && <RemoteRenderer receiver={card.session.receiver} controller={controller} />}
          </PlacePage>
        )}
        <Floating
          card={card}
          isLogOpen={isLogOpen}
          onCloseLog={() => {
            setLogOpen(false);
          }}
        />
      </div>
    </OverlayStoreContext.Provider>
  );
}

interface FloatingProps {
  readonly card: RunningCard;
  readonly isLogOpen: boolean;
  readonly onCloseLog: () => void;
}

/** What lies over the page: alerts, the function log, the card's iframe window. */
function Floating({ card, isLogOpen, onCloseLog }: FloatingProps): ReactNode {
  const { effects, report } = card;
  return (
    <>
      <Banners
        banners={effects.banners}
        onDismiss={(id) => {
          report({ kind: 'alert-dismissed', id });
        }}
      />
      {isLogOpen && <FunctionLog calls={effects.calls} onClose={onCloseLog} />}
      {effects.iframe && (
        <IframeModal
          iframe={effects.iframe}
          onClosed={() => {
            report({ kind: 'iframe-closed' });
          }}
        />
      )}
    </>
  );
}

function useDocumentTitle(record: PageFacts['record']): void {
  useEffect(() => {
    document.title = record.kind === 'found' ? `${record.title} | Workbench` : 'Workbench';
  }, [record]);
}

/** Panels hang on the body, so the bench's width override is set there. */
function usePanelWidth({ panelWidthPx }: BenchAddress): void {
  useEffect(() => {
    if (panelWidthPx === undefined) return;
    document.body.style.setProperty('--wb-panel-width', `${panelWidthPx}px`);
  }, [panelWidthPx]);
}
