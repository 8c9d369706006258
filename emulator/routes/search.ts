import * as v from 'valibot';
import { readRecordBody } from '../format/record-body.ts';
import { objectPaths } from '../http/api-paths.ts';
import type { ObjectCall } from '../http/call.ts';
import { recordViewOf } from '../http/call.ts';
import { decodeBody } from '../http/decode-body.ts';
import type { Reply } from '../http/reply.ts';
import { replyInvalid, replyJson, replyRefusal } from '../http/reply.ts';
import type { ObjectRoute } from '../http/route.ts';
import type { CrmRecord } from '../model/crm-record.ts';
import { matchesFilters, searchOperators } from '../reads/match-filters.ts';
import type { FilterGroup } from '../reads/match-filters.ts';

const text = v.pipe(v.union([v.string(), v.number(), v.boolean()]), v.transform(String));

const filter = v.object({
  propertyName: v.string(),
  operator: v.picklist(searchOperators),
  value: v.optional(text, ''),
  highValue: v.optional(text, ''),
  values: v.optional(v.array(text), []),
});

const sort = v.object({
  propertyName: v.string(),
  direction: v.optional(v.picklist(['ASCENDING', 'DESCENDING']), 'ASCENDING'),
});

const searchBody = v.object({
  filterGroups: v.optional(v.array(v.object({ filters: v.array(filter) })), []),
  filters: v.optional(v.array(filter), []),
  sorts: v.optional(v.array(v.union([sort, v.string()])), []),
  query: v.optional(v.string(), ''),
  properties: v.optional(v.array(v.string()), []),
  limit: v.optional(v.number(), 10),
  after: v.optional(v.union([v.string(), v.number()]), 0),
});

type SearchBody = v.InferOutput<typeof searchBody>;

const javaTypes = {
  body: 'com.hubspot.crm.search.PublicObjectSearchRequest$Json',
  input: 'com.hubspot.crm.search.Filter$Json',
};
const maxPageSize = 200;
const maxResults = 10_000;
/** HubSpot's search guide. */
const maxBodyLength = 3_000;
const maxListedValues = 100;

function matchesQuery(record: CrmRecord, query: string, names: readonly string[]): boolean {
  const wanted = query.toLowerCase();
  return (
    wanted === '' || names.some((name) => (record.properties[name] ?? '').toLowerCase().includes(wanted))
  );
}

function compare(a: CrmRecord, b: CrmRecord, sorts: SearchBody['sorts']): number {
  for (const entry of sorts) {
    const name = typeof entry === 'string' ? entry : entry.propertyName;
    const factor = typeof entry !== 'string' && entry.direction === 'DESCENDING' ? -1 : 1;
    const order = (a.properties[name] ?? '').localeCompare(b.properties[name] ?? '', 'en', { numeric: true });
    if (order !== 0) return order * factor;
  }
  return Number(a.id) - Number(b.id);
}

function groupsOf({ filterGroups, filters }: SearchBody): readonly FilterGroup[] {
  return filters.length === 0 ? filterGroups : [...filterGroups, { filters }];
}

function foldLists({ filters }: FilterGroup): FilterGroup {
  return {
    filters: filters.map((each) => ({ ...each, values: each.values.map((value) => value.toLowerCase()) })),
  };
}

function checkSearch(body: SearchBody, { store, kernel: { behaviour } }: ObjectCall): Reply | undefined {
  const named = groupsOf(body).flatMap(({ filters }) => filters.map(({ propertyName }) => propertyName));
  const unknown = named.find((name) => store.properties.get(name) === undefined);
  const isListLong = groupsOf(body).some(({ filters }) =>
    filters.some(({ values }) => values.length > maxListedValues),
  );
  if (isListLong && behaviour.searchRefusesLongLists)
    return replyInvalid(`A filter takes at most ${maxListedValues} values`);
  if (unknown !== undefined)
    return replyInvalid(`There was a problem with the request. Property ${unknown} does not exist`);
  if (body.limit < 1 || body.limit > maxPageSize)
    return replyInvalid(`limit must be between 1 and ${maxPageSize}`);
  if (behaviour.searchRefusesBeyond10000 && Number(body.after) + body.limit > maxResults) {
    return replyInvalid(`A search returns at most ${maxResults} results`);
  }
  return undefined;
}

/** Looks into the index, which lags behind writes; a batch read does not. */
function runSearch(call: ObjectCall): Reply {
  const { behaviour } = call.kernel;
  if (behaviour.searchRefusesLongBodies && call.bodyText.length > maxBodyLength) {
    return replyInvalid(`The request body has more than ${maxBodyLength} characters`);
  }
  const decoded = decodeBody(call.bodyText, searchBody, javaTypes);
  if (decoded.kind === 'undecodable') return replyRefusal(400, { message: decoded.message });
  const body = decoded.value;
  const refusal = checkSearch(body, call);
  if (refusal !== undefined) return refusal;
  const groups = behaviour.searchListsFoldCase ? groupsOf(body).map(foldLists) : groupsOf(body);
  const { objectType } = call.store;
  const searchable = [...objectType.searchableProperties, ...objectType.secondaryDisplayProperties];
  const found = call.store.search
    .entriesAt(call.nowMs)
    .filter((record) => matchesQuery(record, body.query, searchable) && matchesFilters(record, groups))
    .sort((a, b) => compare(a, b, body.sorts));
  const start = Number(body.after);
  const shown = found.slice(start, start + body.limit);
  const end = start + shown.length;
  const wanted = { names: body.properties, historyNames: [] };
  return replyJson(200, {
    total: found.length,
    results: shown.map((record) => readRecordBody(record, wanted, recordViewOf(call))),
    ...(end < found.length ? { paging: { next: { after: String(end) } } } : {}),
  });
}

export const searchRoute: ObjectRoute = {
  method: 'POST',
  paths: objectPaths('/search'),
  access: 'objects-read',
  isSearch: true,
  run: runSearch,
};
