import type { ApiVersion } from '../contract/api-version.ts';
import type { ResultRecord } from '../contract/batch-body.ts';
import { RECORD_ID_PROPERTY } from '../contract/describe-object-type.ts';
import { MAX_NAMES_PER_SEARCH } from '../contract/limits.ts';
import { foldName, type ReadRecordsReply } from '../contract/read-records.ts';
import type { RelatedType } from '../records/named-record.ts';
import type { KeyReading } from './key-reading.ts';
import { nameId, type NamedQuestion } from './named-question.ts';
import type { KnownRecord, NamedReading, NamedReadings } from './named-reading.ts';
import type { PlanTarget } from './plan.ts';
import { readAll, readKeys, type ReadFailure, type ReadOptions, type ReadPorts } from './read-keys.ts';

export interface ReadNamed {
  readonly ports: ReadPorts;
  readonly options: ReadOptions;
  readonly apiVersion: ApiVersion;
  /** Their names are not asked for again. */
  readonly known?: NamedReadings;
}

/** Finds the records that cells name, question by question. `report` is told how many names of all were asked for. */
export async function readNamed(
  questions: readonly NamedQuestion[],
  { ports, options, apiVersion, known = new Map() }: ReadNamed,
): Promise<{ readonly readings: NamedReadings; readonly failure: ReadFailure | null }> {
  const readings = new Map<string, NamedReading>(known);
  let failure: ReadFailure | null = null;
  let askedBefore = 0;
  for (const question of questions) {
    const names = question.names.filter((name) => !known.has(idOf(question, name)));
    const report = (askedCount: number): void => {
      options.report?.(askedBefore + askedCount);
    };
    const read = await readQuestion(
      { ...question, names },
      { ports, apiVersion, options: { ...options, report } },
    );
    for (const [name, reading] of read.readings) readings.set(idOf(question, name), reading);
    failure = read.failure ?? failure;
    askedBefore += names.length;
  }
  return { readings, failure };
}

function idOf({ related, keyProperty }: NamedQuestion, name: string): string {
  return nameId({ objectType: related.objectType, keyProperty, name });
}

interface NamedAnswer {
  readonly readings: NamedReadings;
  readonly failure: ReadFailure | null;
}

type Tools = Omit<ReadNamed, 'known'>;

function readQuestion(question: NamedQuestion, tools: Tools): Promise<NamedAnswer> {
  return question.bySearch ? searchNames(question, tools) : readUnique(question, tools);
}

async function readUnique(question: NamedQuestion, tools: Tools): Promise<NamedAnswer> {
  const { readings, failure } = await readKeys(keyQuestion(question, tools), tools.ports, tools.options);
  const named = [...readings].map(([name, reading]) => [name, namedReadingOf(reading, question)] as const);
  return { readings: new Map(named), failure };
}

/** Whoever named a record that was merged into another means that one. */
function namedReadingOf(reading: KeyReading, question: NamedQuestion): NamedReading {
  const isThere = reading.kind === 'found' || reading.kind === 'merged';
  return isThere ? { kind: 'found', record: knownRecord(reading.record, question) } : reading;
}

/**
 * Search lags behind: what it finds is read once more by id, so that a record that was archived or renamed meanwhile is
 * no candidate. What it does not find yet, nobody knows of.
 */
async function searchNames(question: NamedQuestion, tools: Tools): Promise<NamedAnswer> {
  const { related, keyProperty } = question;
  const found = await readAll(keyQuestion(question, tools), tools, {
    sort: (names, reply) => sortByName(names, reply, keyProperty),
    keysPerCall: NAMES_PER_CALL,
    callsAtOnce: 1,
  });
  const ids = [...found.readings.values()].flatMap((reading) => (reading.kind === 'ids' ? reading.ids : []));
  const byId: NamedQuestion = { ...question, keyProperty: RECORD_ID_PROPERTY, names: [...new Set(ids)] };
  const asked = { ...keyQuestion(byId, tools), propertyNames: [...shownProperties(related), keyProperty] };
  const read = await readKeys(asked, tools.ports, { ...tools.options, report: noReport });
  const named = [...found.readings].map(([name, reading]): [string, NamedReading] => {
    if (reading.kind !== 'ids') return [name, reading];
    const readings = reading.ids.map((id) => read.readings.get(id) ?? { kind: 'unread' as const });
    if (readings.some(({ kind }) => kind === 'unread')) return [name, { kind: 'unread' }];
    const records = readings.flatMap((each) =>
      each.kind === 'found' && nameIn(each.record, keyProperty) === name
        ? [knownRecord(each.record, question)]
        : [],
    );
    const [first, ...others] = records;
    if (first === undefined) return [name, { kind: 'missing' }];
    return [name, others.length === 0 ? { kind: 'found', record: first } : { kind: 'several', records }];
  });
  return { readings: new Map(named), failure: found.failure ?? read.failure };
}

/** The names were counted when they were searched for. */
function noReport(): void {}

/** Five searches a second are all that HubSpot takes of an account. */
const NAMES_PER_CALL = MAX_NAMES_PER_SEARCH * 4;

type Found =
  { readonly kind: 'ids'; readonly ids: readonly string[] } | { readonly kind: 'missing' | 'unread' };

function sortByName(
  names: readonly string[],
  { records, missingIds }: Extract<ReadRecordsReply, { ok: true }>,
  keyProperty: string,
): readonly (readonly [string, Found])[] {
  const ids = new Map<string, string[]>();
  for (const record of records) {
    const name = nameIn(record, keyProperty);
    ids.set(name, [...(ids.get(name) ?? []), record.id]);
  }
  const missing = new Set(missingIds.map(foldName));
  return names.map((name) => {
    const found = ids.get(name);
    if (found !== undefined) return [name, { kind: 'ids', ids: [...new Set(found)] }];
    return [name, { kind: missing.has(name) ? 'missing' : 'unread' }];
  });
}

function nameIn({ properties }: ResultRecord, keyProperty: string): string {
  return foldName(properties[keyProperty] ?? '');
}

function keyQuestion({ related, keyProperty, bySearch, names }: NamedQuestion, { apiVersion }: Tools) {
  const { objectType, properties } = related;
  const isSearch = bySearch && keyProperty !== RECORD_ID_PROPERTY;
  const target: PlanTarget = { operation: 'update', objectType, apiVersion, keyProperty, properties };
  return {
    target,
    keys: names,
    propertyNames: shownProperties(related),
    archived: false,
    bySearch: isSearch,
  };
}

/** A contact is known by its address. */
function shownProperties({ names, properties }: RelatedType): readonly string[] {
  return [...names, 'email'].filter((name) => properties.has(name));
}

function knownRecord({ id, properties }: ResultRecord, { related }: NamedQuestion): KnownRecord {
  const names = shownProperties(related).map((name) => properties[name] ?? '');
  return { id, label: names.filter((name) => name !== '').join(' · ') };
}
