import type { ReactNode } from 'react';

import type { ShownRecord } from '../page-facts.ts';
import type { BenchAddress } from './page-address.ts';
import { RecordPage } from './RecordPage.tsx';

interface PlacePageProps {
  readonly record: ShownRecord;
  readonly address: BenchAddress;
  readonly title: string;
  /** The extension itself. */
  readonly children: ReactNode;
}

/** What HubSpot shows around the extension, in the place the address names. */
export function PlacePage({ record, address, title, children }: PlacePageProps): ReactNode {
  switch (address.place) {
    case 'card':
      return (
        <RecordPage record={record} sidebarWidthPx={address.sidebarWidthPx} cardTitle={title}>
          {children}
        </RecordPage>
      );
    case 'page':
      return (
        <main className="rp-app-page">
          <h1>{title}</h1>
          <div data-test-id="card">{children}</div>
        </main>
      );
    case 'action':
      return (
        <ListPage record={record} selectedCount={address.selectedIds.length} title={title}>
          {children}
        </ListPage>
      );
  }
}

interface ListPageProps extends Omit<PlacePageProps, 'address'> {
  readonly selectedCount: number;
}

/** A list of records, some of them selected, with the action's panel open over it. */
function ListPage({ record, selectedCount, title, children }: ListPageProps): ReactNode {
  return (
    <div className="rp-list-page">
      <main className="rp-middle">
        <div className="rp-placeholder">
          {record.typeLabel}s · {selectedCount} selected · this space is HubSpot&apos;s own
        </div>
      </main>
      <aside className="rp-action-panel" aria-label={title}>
        <h2>{title}</h2>
        <div data-test-id="card">{children}</div>
      </aside>
    </div>
  );
}
