import * as v from 'valibot';
import type { HttpAnswer, HubSpotDesk, ProbeRequest } from './ask-hubspot.ts';
import { decodeBatchAnswer } from './decode-batch-answer.ts';
import type { BatchAnswer, ResultRecord } from './decode-batch-answer.ts';
import { unexpected } from './row-fate.ts';
import type { Traces } from './traces.ts';
import { UnexpectedAnswer } from './unexpected-answer.ts';

export type BatchOperation = 'create' | 'update' | 'upsert' | 'read' | 'archive';
export type ProbeVersion = 'v3' | '2025-09' | '2026-03' | '2026-09';

export interface BatchTarget {
  readonly objectType?: string;
  readonly version?: ProbeVersion;
}

export interface MadeContact {
  readonly id: string;
  readonly email: string;
  readonly key: string;
}

type Properties = Readonly<Record<string, string>>;

/** The test account as the questions use it: every record it makes is noted before HubSpot hears of it. */
export interface TestPortal {
  readonly traces: Traces;
  ask(request: ProbeRequest): Promise<HttpAnswer>;
  askAtOnce(request: ProbeRequest): Promise<HttpAnswer>;
  wait(delayMs: number): Promise<void>;
  batch(operation: BatchOperation, body: object, target?: BatchTarget): Promise<BatchAnswer>;
  /** The properties of a contact that does not exist yet, with an e-mail address and a key of its own. */
  newContact(properties?: Properties): Properties & { readonly email: string };
  makeContact(properties?: Properties): Promise<MadeContact>;
  /** Two contacts become one, which owns both addresses. */
  mergeContacts(): Promise<{
    readonly winnerId: string;
    readonly winner: MadeContact;
    readonly loser: MadeContact;
  }>;
  /** Strongly consistent; null where there is no such record. */
  readContact(id: string, properties: readonly string[]): Promise<ResultRecord | null>;
}

const mergedSchema = v.object({ id: v.string() });

export function openTestPortal({ ask, askAtOnce, wait }: HubSpotDesk, traces: Traces): TestPortal {
  const batch: TestPortal['batch'] = async (operation, body, target = {}) => {
    const { objectType = 'contacts', version = '2026-03' } = target;
    const base = version === 'v3' ? '/crm/v3/objects' : `/crm/objects/${version}`;
    const path = `${base}/${objectType}/batch/${operation}`;
    const answer = decodeBatchAnswer(
      await ask({ method: 'POST', path, body }),
      `${operation} of ${objectType}`,
    );
    const isBirth = operation === 'create' || operation === 'upsert';
    if (isBirth && answer.kind === 'answered')
      traces.noteIds(
        objectType,
        answer.results.map(({ id }) => id),
      );
    return answer;
  };
  const newContact: TestPortal['newContact'] = (properties = {}) => {
    const key = traces.nextKey('contacts');
    return { email: `${key}@example.org`, [traces.keyProperty]: key, ...properties };
  };
  const makeContact: TestPortal['makeContact'] = async (properties = {}) => {
    const given = newContact(properties);
    const answer = await batch('create', { inputs: [{ objectWriteTraceId: 'made', properties: given }] });
    const record = answer.kind === 'answered' ? answer.results[0] : undefined;
    if (record === undefined) throw unexpected(answer);
    return { id: record.id, email: given.email, key: given[traces.keyProperty] ?? '' };
  };
  return {
    traces,
    ask,
    askAtOnce,
    wait,
    batch,
    newContact,
    makeContact,
    mergeContacts: async () => {
      const winner = await makeContact();
      const loser = await makeContact();
      const body = { primaryObjectId: winner.id, objectIdToMerge: loser.id };
      const answer = await ask({ method: 'POST', path: '/crm/v3/objects/contacts/merge', body });
      const merged = v.safeParse(mergedSchema, answer.body);
      if (answer.status !== 200 || !merged.success) {
        throw new UnexpectedAnswer(`merging two contacts: HTTP ${answer.status}`);
      }
      traces.noteIds('contacts', [merged.output.id]);
      return { winnerId: merged.output.id, winner, loser };
    },
    readContact: async (id, properties) => {
      const answer = await batch('read', { inputs: [{ id }], properties });
      if (answer.kind !== 'answered') throw unexpected(answer);
      return answer.results[0] ?? null;
    },
  };
}
