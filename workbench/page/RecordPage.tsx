import type { ReactNode } from 'react';

import type { ShownRecord } from '../page-facts.ts';
import { IconShape } from './components/icon.tsx';

interface RecordPageProps {
  readonly record: ShownRecord;
  readonly sidebarWidthPx: number;
  readonly cardTitle: string;
  /** The card itself. */
  readonly children: ReactNode;
}

/** HubSpot's record page in three columns: about, timeline, sidebar. */
export function RecordPage(props: RecordPageProps): ReactNode {
  const { record, sidebarWidthPx, cardTitle } = props;
  return (
    <div className="rp-columns" style={{ gridTemplateColumns: `320px 1fr ${sidebarWidthPx}px` }}>
      <aside className="rp-about" aria-label={`About this ${record.typeLabel}`}>
        <RecordHighlight record={record} />
        <PropertyList record={record} />
      </aside>
      <main className="rp-middle">
        <div className="rp-tabs" aria-hidden>
          <span>Overview</span>
          <span className="rp-tab--on">Activities</span>
        </div>
        <div className="rp-placeholder">This space is HubSpot&apos;s own</div>
      </main>
      <aside className="rp-sidebar" aria-label="Sidebar">
        <section className="rp-card" aria-label={cardTitle}>
          <header className="rp-card-header">
            <IconShape name="downCarat" sizePx={12} />
            <h2>{cardTitle}</h2>
          </header>
          <div className="rp-card-body" data-test-id="card">
            {props.children}
          </div>
        </section>
        <AssociationPlaceholder title="Companies (1)" />
        <AssociationPlaceholder title="Deals (0)" />
        <AssociationPlaceholder title="Tickets (0)" />
      </aside>
    </div>
  );
}

function RecordHighlight({ record }: { readonly record: ShownRecord }): ReactNode {
  return (
    <div className="rp-highlight">
      <div className="rp-crumbs" aria-hidden>
        <IconShape name="left" sizePx={12} /> {record.typeLabel}s<span className="rp-actions">Actions ▾</span>
      </div>
      <div className="rp-identity">
        <div className={`rp-avatar rp-avatar--${record.typeLabel}`} aria-hidden>
          {record.title.slice(0, 1).toUpperCase()}
        </div>
        <div>
          <h1>{record.title}</h1>
          <div className="rp-subtitle">{record.subtitle}</div>
        </div>
      </div>
      <div className="rp-quick" aria-hidden>
        {['edit', 'email', 'contact', 'tasks', 'date', 'ellipses'].map((name) => (
          <span key={name} className="rp-quick-button">
            <IconShape name={name} sizePx={15} />
          </span>
        ))}
      </div>
    </div>
  );
}

function PropertyList({ record }: { readonly record: ShownRecord }): ReactNode {
  return (
    <section className="rp-properties">
      <h2>
        <IconShape name="downCarat" sizePx={12} /> About this {record.typeLabel}
      </h2>
      <dl>
        {record.properties.map((property) => (
          <div key={property.name} data-property={property.name}>
            <dt>{property.label}</dt>
            <dd>{property.value ?? '--'}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function AssociationPlaceholder({ title }: { readonly title: string }): ReactNode {
  return (
    <section className="rp-card rp-card--closed" aria-hidden>
      <header className="rp-card-header">
        <IconShape name="right" sizePx={12} />
        <h2>{title}</h2>
        <span className="rp-card-add">+ Add</span>
      </header>
    </section>
  );
}
