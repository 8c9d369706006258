import type { ResultRecord } from '../contract/batch-body.ts';
import { RECORD_ID_PROPERTY } from '../contract/describe-object-type.ts';
import { MAX_IDS_PER_READ, MAX_INPUTS_PER_BATCH } from '../contract/limits.ts';
import type { ReadRecordsReply } from '../contract/read-records.ts';
import type { ReadBack } from '../outcomes/settle-by-read.ts';
import type { Plan } from '../plan/plan.ts';
import { normaliseKey } from '../records/normalise-key.ts';
import type { RunPorts } from './ports.ts';
import type { RunSettings } from './settings.ts';

/** HubSpot keeps the ids a record has swallowed here, separated by semicolons. */
const MERGED_IDS_PROPERTY = 'hs_merged_object_ids';
/** Other e-mail addresses that lead to the same contact. */
const ADDITIONAL_EMAILS_PROPERTY = 'hs_additional_emails';

export interface ReadBackQuestion {
  readonly plan: Plan;
  readonly keys: readonly string[];
  readonly propertyNames: readonly string[];
  readonly archived: boolean;
}

/** Reads records by the plan's key. Every key gets one answer; what nobody answered is `unread`. */
export async function readBack(
  question: ReadBackQuestion,
  ports: Pick<RunPorts, 'readRecords' | 'sleep'>,
  settings: Pick<RunSettings, 'workMs'>,
): Promise<ReadonlyMap<string, ReadBack>> {
  const found = new Map<string, ReadBack>();
  for (let start = 0; start < question.keys.length; start += MAX_IDS_PER_READ / 2) {
    const keys = question.keys.slice(start, start + MAX_IDS_PER_READ / 2);
    const answers = await readUntilTold({ ...question, keys }, ports, settings);
    for (const [key, answer] of answers) found.set(key, answer);
  }
  return found;
}

const MAX_READS = 4;

/** Reading is safe to repeat: what stays unread is asked again, in ever smaller doses and after a wait. */
async function readUntilTold(
  question: ReadBackQuestion,
  ports: Pick<RunPorts, 'readRecords' | 'sleep'>,
  settings: Pick<RunSettings, 'workMs'>,
): Promise<ReadonlyMap<string, ReadBack>> {
  const answers = new Map<string, ReadBack>(question.keys.map((key) => [key, { kind: 'unread' }]));
  let open = question.keys;
  for (let attempt = 1; attempt <= MAX_READS && open.length > 0; attempt += 1) {
    if (attempt > 1) await ports.sleep(1000 * 2 ** (attempt - 1));
    const doses = attempt < 3 ? [open] : cut(open, MAX_INPUTS_PER_BATCH / 4);
    for (const keys of doses) {
      const reply = await ask({ ...question, keys }, ports, settings);
      if (reply)
        for (const [key, answer] of sortReading(keys, reply, question.plan)) answers.set(key, answer);
    }
    open = open.filter((key) => answers.get(key)?.kind === 'unread');
  }
  return answers;
}

function cut(keys: readonly string[], size: number): readonly (readonly string[])[] {
  const pieces: (readonly string[])[] = [];
  for (let start = 0; start < keys.length; start += size) pieces.push(keys.slice(start, start + size));
  return pieces;
}

type ReadRecords = Extract<ReadRecordsReply, { ok: true }>;

async function ask(
  { plan, keys, propertyNames, archived }: ReadBackQuestion,
  ports: Pick<RunPorts, 'readRecords'>,
  settings: Pick<RunSettings, 'workMs'>,
): Promise<ReadRecords | null> {
  const { keyProperty } = plan;
  const extra = [MERGED_IDS_PROPERTY, ADDITIONAL_EMAILS_PROPERTY].filter((name) => plan.properties.has(name));
  const answer = await ports.readRecords({
    objectType: plan.objectType,
    apiVersion: plan.apiVersion,
    ...(keyProperty === null || keyProperty === RECORD_ID_PROPERTY ? {} : { idProperty: keyProperty }),
    ids: [...keys],
    properties: [...new Set([...propertyNames, ...extra])],
    archived,
    workMs: settings.workMs,
  });
  return answer.kind === 'reply' && answer.reply.ok ? answer.reply : null;
}

function sortReading(
  keys: readonly string[],
  reply: ReadRecords,
  plan: Plan,
): readonly (readonly [string, ReadBack])[] {
  const keyProperty = plan.keyProperty ?? RECORD_ID_PROPERTY;
  const missing = new Set(reply.missingIds.map((id) => normaliseKey(keyProperty, id)));
  const byKey = new Map(
    reply.records.flatMap((record) => keysOf(record, keyProperty).map((key) => [key, record])),
  );
  const byMergedId = new Map(reply.records.flatMap((record) => mergedIds(record).map((id) => [id, record])));
  const matchedBy = keyProperty === RECORD_ID_PROPERTY ? 'record-id' : 'key';
  return keys.map((key) => {
    const record = byKey.get(key);
    if (record) return [key, { kind: 'found', record, matchedBy }];
    const winner = keyProperty === RECORD_ID_PROPERTY ? byMergedId.get(key) : undefined;
    if (winner) return [key, { kind: 'merged', record: winner }];
    return [key, { kind: missing.has(key) ? 'missing' : 'unread' }];
  });
}

function keysOf(record: ResultRecord, keyProperty: string): readonly string[] {
  if (keyProperty === RECORD_ID_PROPERTY) return [record.id];
  const value = record.properties[keyProperty];
  const aliases = keyProperty === 'email' ? splitList(record.properties[ADDITIONAL_EMAILS_PROPERTY]) : [];
  return [value ?? '', ...aliases].filter((key) => key !== '').map((key) => normaliseKey(keyProperty, key));
}

function mergedIds(record: ResultRecord): readonly string[] {
  return splitList(record.properties[MERGED_IDS_PROPERTY]);
}

function splitList(value: string | null | undefined): readonly string[] {
  return (value ?? '').split(';').filter((part) => part !== '');
}
