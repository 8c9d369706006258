import type { ReactNode } from 'react';

import type { AlertRequest, CardProblem } from '../protocol.ts';
import { alertIcons } from './components/feedback.tsx';
import { IconShape } from './components/icon.tsx';

export interface Banner {
  readonly id: number;
  readonly alert: AlertRequest;
}

interface BannersProps {
  readonly banners: readonly Banner[];
  readonly onDismiss: (id: number) => void;
}

/** HubSpot's floating alerts, announced to screen readers when they appear. */
export function Banners({ banners, onDismiss }: BannersProps): ReactNode {
  return (
    <div className="hs-banners" aria-live="polite" role="status">
      {banners.map(({ id, alert }) => (
        <div key={id} className={`hs-alert hs-banner hs-alert--${alert.type ?? 'info'}`}>
          <span className="hs-alert-icon">
            <IconShape name={alertIcons[alert.type ?? 'info']} sizePx={18} />
          </span>
          <div className="hs-alert-content">
            {alert.title !== undefined && <div className="hs-alert-title">{alert.title}</div>}
            {alert.message}
          </div>
          <button
            type="button"
            className="hs-plain-button"
            aria-label="Dismiss alert"
            onClick={() => {
              onDismiss(id);
            }}
          >
            <IconShape name="remove" sizePx={14} />
          </button>
        </div>
      ))}
    </div>
  );
}

/** Errors nobody caught, in the card's worker or on the page: never to be overlooked on the bench. */
export function Problems({ problems }: { readonly problems: readonly CardProblem[] }): ReactNode {
  if (problems.length === 0) return null;
  return (
    <div className="hs-unknown" role="alert" data-test-id="card-problems">
      <strong>Uncaught in the card</strong>
      {problems.map((problem, index) => (
        <details key={index}>
          <summary>{problem.message}</summary>
          <pre>{problem.stack}</pre>
        </details>
      ))}
    </div>
  );
}
