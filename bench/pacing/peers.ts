import { Client } from '@hubspot/api-client';
import { BatchInputSimplePublicObjectBatchInputForCreate } from '@hubspot/api-client/lib/codegen/crm/contacts/models/BatchInputSimplePublicObjectBatchInputForCreate.js';
import { SimplePublicObjectBatchInputForCreate } from '@hubspot/api-client/lib/codegen/crm/contacts/models/SimplePublicObjectBatchInputForCreate.js';
import { seededRandom } from '../../src/app/packages/core/src/testing/seeded-random.ts';
import { USUAL_TIMES } from './run-scenario.ts';
import { serveWindow } from './serve-window.ts';

export interface PeerMeasured {
  readonly name: string;
  readonly seconds: number;
  readonly refused: number;
  readonly written: number;
}

const PER_BATCH = 100;

/** HubSpot's own client, set up as its README says: its default limiter, and three retries. In real time. */
export async function measureApiClient(records: number, isAwaited: boolean): Promise<PeerMeasured> {
  const served = await serveWindow(190, seededRandom(1));
  const client = new Client({
    accessToken: 'bench',
    basePath: served.url,
    limiterOptions: { minTime: 1000 / 9, maxConcurrent: 6, id: 'hubspot-client-limiter' },
    numberOfApiCallRetries: 3,
  });
  const batch = batchOf(PER_BATCH);
  const create = async (): Promise<number> => {
    const { results } = await client.crm.contacts.batchApi.create(batch);
    return results.length;
  };
  const startedAt = performance.now();
  const batches = records / PER_BATCH;
  const written: number[] = [];
  if (isAwaited) while (written.length < batches) written.push(await create());
  else written.push(...(await Promise.all(Array.from({ length: batches }, create))));
  const seconds = (performance.now() - startedAt) / 1000;
  await served.close();
  return {
    name: isAwaited ? 'api-client, awaited one by one' : 'api-client, its limiter full',
    seconds,
    refused: served.window.refused,
    written: written.reduce((sum, count) => sum + count, 0),
  };
}

function batchOf(count: number): BatchInputSimplePublicObjectBatchInputForCreate {
  const batch = new BatchInputSimplePublicObjectBatchInputForCreate();
  batch.inputs = Array.from({ length: count }, (_, index) => {
    const input = new SimplePublicObjectBatchInputForCreate();
    input.properties = { email: `row${String(index)}@example.org` };
    input.associations = [];
    return input;
  });
  return batch;
}

/** One batch after the other; `isByFunctions`: each in a function call of its own, as a card would. Reckoned, not waited for. */
export function reckonSequential(records: number, isByFunctions: boolean): PeerMeasured {
  const random = seededRandom(1);
  const within = ([from, to]: readonly [number, number]): number => from + random() * (to - from);
  const batches = records / PER_BATCH;
  let ms = 0;
  for (let batch = 0; batch < batches; batch += 1) {
    ms += within(USUAL_TIMES.pathMs) + within(USUAL_TIMES.answerMs);
    if (isByFunctions) ms += within(USUAL_TIMES.inboundMs) + within(USUAL_TIMES.outboundMs);
  }
  const name = isByFunctions ? 'sequential, a function call each' : 'sequential, from one process';
  return { name, seconds: ms / 1000, refused: 0, written: records };
}
