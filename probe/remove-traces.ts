import type { HttpAnswer, HubSpotDesk, ProbePorts, ProbeRequest } from './ask-hubspot.ts';
import { decodeBatchAnswer } from './decode-batch-answer.ts';
import type { Traces } from './traces.ts';

const MOST_TRIES = 4;
const PAUSE_MS = 2_000;
const MOST_INPUTS = 100;

interface Broom {
  readonly desk: HubSpotDesk;
  readonly ports: Pick<ProbePorts, 'sleep'>;
  readonly traces: Traces;
}

/** Archives every record and property of the probe. What could not be removed is returned, named for a person. */
export async function removeTraces(broom: Broom): Promise<readonly string[]> {
  const left: string[] = [];
  for (const objectType of ['contacts', 'tickets']) {
    left.push(...(await insist(broom, () => removeRecords(objectType, broom), `records of ${objectType}`)));
  }
  for (const { objectType, name } of broom.traces.properties) {
    const what = `the property ${name} of ${objectType}`;
    left.push(...(await insist(broom, () => removeProperty(objectType, name, broom), what)));
  }
  return left;
}

/** Cleaning outlives a fault: it is tried several times, and every step may be repeated. */
async function insist(
  { ports }: Broom,
  remove: () => Promise<readonly string[]>,
  what: string,
): Promise<readonly string[]> {
  let left: readonly string[] = [what];
  for (let attempt = 1; attempt <= MOST_TRIES && left.length > 0; attempt += 1) {
    if (attempt > 1) await ports.sleep(PAUSE_MS);
    left = await remove().catch(() => [what]);
  }
  return left;
}

async function removeRecords(objectType: string, broom: Broom): Promise<readonly string[]> {
  const { desk, traces } = broom;
  const byKey = await readIds(traces.keys(objectType), { objectType, idProperty: traces.keyProperty }, desk);
  traces.noteIds(objectType, byKey);
  const ids = traces.ids(objectType);
  for (const some of chunk(ids))
    await postBatch(`${objectType}/batch/archive`, { inputs: asInputs(some) }, desk);
  const stillThere = await readIds(ids, { objectType }, desk);
  return stillThere.map((id) => `record ${id} of ${objectType}`);
}

async function readIds(
  keys: readonly string[],
  { objectType, ...key }: { readonly objectType: string; readonly idProperty?: string },
  desk: HubSpotDesk,
): Promise<readonly string[]> {
  const found: string[] = [];
  for (const some of chunk(keys)) {
    const body = { inputs: asInputs(some), properties: ['hs_object_id'], ...key };
    const answer = decodeBatchAnswer(await postBatch(`${objectType}/batch/read`, body, desk), 'read');
    if (answer.kind === 'answered') found.push(...answer.results.map(({ id }) => id));
    // 400: the key property is not there, so nothing was ever made with it. Anything else says nothing.
    else if (key.idProperty === undefined || answer.status !== 400) throw new Error('not readable');
  }
  return found;
}

async function removeProperty(objectType: string, name: string, { desk }: Broom): Promise<readonly string[]> {
  const path = `/crm/v3/properties/${objectType}/${name}`;
  const { status } = await desk.ask({ method: 'DELETE', path });
  return status === 204 || status === 404 ? [] : [`the property ${name} of ${objectType}`];
}

function postBatch(path: string, body: object, desk: HubSpotDesk): Promise<HttpAnswer> {
  const request: ProbeRequest = { method: 'POST', path: `/crm/objects/2026-03/${path}`, body };
  return desk.ask(request);
}

function asInputs(ids: readonly string[]): readonly { readonly id: string }[] {
  return ids.map((id) => ({ id }));
}

function chunk(ids: readonly string[]): readonly (readonly string[])[] {
  const count = Math.ceil(ids.length / MOST_INPUTS);
  return Array.from({ length: count }, (_, index) =>
    ids.slice(index * MOST_INPUTS, (index + 1) * MOST_INPUTS),
  );
}
