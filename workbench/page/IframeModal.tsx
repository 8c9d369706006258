import { useEffect } from 'react';
import type { ReactNode } from 'react';

import { Modal } from './components/overlays.tsx';
import { useOverlayStore } from './components/overlay-store.ts';
import type { OpenIframe } from './use-card.ts';

const overlayId = 'workbench-iframe';

interface IframeModalProps {
  readonly iframe: OpenIframe;
  readonly onClosed: () => void;
}

/** The window `openIframeModal` opens. */
export function IframeModal({ iframe, onClosed }: IframeModalProps): ReactNode {
  const store = useOverlayStore();
  const { request, onClose } = iframe;
  useEffect(() => {
    store.open(overlayId);
  }, [store]);
  return (
    <Modal
      id={overlayId}
      title={request.title ?? ''}
      width="lg"
      onClose={() => {
        onClose?.();
        onClosed();
      }}
    >
      <iframe
        className="hs-iframe"
        title={request.title ?? 'External content'}
        src={request.uri}
        width={request.width}
        height={request.height}
        sandbox="allow-scripts allow-forms allow-popups"
      />
    </Modal>
  );
}
