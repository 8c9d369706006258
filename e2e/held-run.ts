import type { CardPage } from './card-page.ts';

/**
 * From the fifth on HubSpot puts every write off, so that a run waits as long as its story needs, on any machine. Of all
 * told waits the run begins a new one every 25 seconds, and so keeps its lease.
 */
export async function holdRun(card: CardPage): Promise<void> {
  await card.steer('faults', {
    ...{ kind: 'status', status: 477, retryAfter: '25' },
    match: { path: '/batch/(create|update|upsert)$', nth: 5, times: 'all' },
  });
}

/** Nobody learns any more how an import stands. */
export async function holdImports(card: CardPage): Promise<void> {
  await card.steer('faults', {
    ...{ kind: 'status', status: 503 },
    match: { path: '/imports/', method: 'GET', times: 'all' },
  });
}

/** HubSpot answers everything again. */
export async function letGo(card: CardPage): Promise<void> {
  await card.steer('faults', {}, 'DELETE');
}
