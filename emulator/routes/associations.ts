import * as v from 'valibot';
import { envelopeBody } from '../format/batch-body.ts';
import type { JsonObject } from '../format/json.ts';
import { associationPaths, objectPaths } from '../http/api-paths.ts';
import type { ObjectCall } from '../http/call.ts';
import { decodeBody } from '../http/decode-body.ts';
import type { Reply } from '../http/reply.ts';
import { replyInvalid, replyJson, replyRefusal } from '../http/reply.ts';
import type { ObjectRoute } from '../http/route.ts';
import { isLive } from '../model/crm-record.ts';
import type { AssociationType } from '../model/portal-parts.ts';
import type { Link } from '../store/association-table.ts';
import type { TypeStore } from '../store/portal.ts';

const id = v.pipe(v.union([v.string(), v.number()]), v.transform(String));
const ref = v.object({ id });
const typeRef = v.object({ associationCategory: v.string(), associationTypeId: v.number() });
const pairBody = v.object({
  inputs: v.array(v.object({ from: ref, to: ref, types: v.optional(v.array(typeRef)) })),
});
const readBody = v.object({ inputs: v.array(ref) });
const maxInputs = 2_000;

const javaTypes = {
  body: 'com.hubspot.associations.BatchInputPublicAssociationMultiPost$Json',
  input: 'com.hubspot.associations.PublicAssociationMultiPost$Json',
};

type Pair = v.InferOutput<typeof pairBody>['inputs'][number];

function targetStore({ kernel, params }: ObjectCall): TypeStore | undefined {
  return kernel.portal.findType(params.toType ?? '');
}

function labelBody({ category, typeId, label }: AssociationType): JsonObject {
  return { category, typeId, label };
}

function runLabels(call: ObjectCall): Reply {
  const target = targetStore(call);
  if (target === undefined) return unknownTarget(call);
  const types = call.kernel.portal.associations.typesBetween(call.store.objectType.id, target.objectType.id);
  return replyJson(200, { results: types.map(labelBody) });
}

function unknownTarget({ params }: ObjectCall): Reply {
  return replyRefusal(400, { message: `Unable to infer object type from: ${params.toType ?? ''}` });
}

function entry(message: string, more: JsonObject = {}): JsonObject {
  return { status: 'error', category: 'VALIDATION_ERROR', message, ...more };
}

/** Most entries carry no context at all: the id stands in the text only (recorded batch create, 2022-08). */
function pairError(pair: Pair, from: TypeStore, to: TypeStore): JsonObject | undefined {
  for (const [store, recordId] of [[from, pair.from.id] as const, [to, pair.to.id] as const]) {
    if (!/^\d+$/u.test(recordId)) {
      const context = { id: [recordId] };
      return entry(`${recordId} is not a valid ID`, {
        subCategory: 'crm.associations.INVALID_IDENTIFIER',
        context,
      });
    }
    const record = store.records.get(recordId);
    if (record === undefined || !isLive(record)) {
      return entry(`${store.objectType.fullyQualifiedName}=${recordId} is not valid`);
    }
  }
  const isSelf = from === to && pair.from.id === pair.to.id;
  return isSelf ? entry(`Object ${pair.from.id} cannot be associated to itself (${pair.to.id})`) : undefined;
}

function linksOf(pair: Pair, target: TypeStore, { kernel, store }: ObjectCall): readonly Link[] {
  const { associations } = kernel.portal;
  const fallback = associations.defaultType(store.objectType.id, target.objectType.id);
  const wanted = pair.types?.map((type) =>
    associations.typeById(type.associationTypeId, type.associationCategory),
  );
  const from = { typeId: store.objectType.id, id: pair.from.id };
  const to = { typeId: target.objectType.id, id: pair.to.id };
  return (wanted ?? [fallback]).flatMap((association) =>
    association?.fromTypeId === from.typeId && association.toTypeId === to.typeId
      ? [{ from, to, association }]
      : [],
  );
}

/** A line item belongs to one deal or quote only (line items guide), and admins may set limits of their own. */
function isFull(link: Link, { kernel }: ObjectCall): boolean {
  const { mostPerRecord = Infinity } = link.association;
  return kernel.portal.associations.countOthers(link) >= mostPerRecord;
}

/** That a limit is refused is documented (changelog, association limits); the words are inferred. */
function limitError({ from, association }: Link): JsonObject {
  return entry(`Association limit of ${association.mostPerRecord ?? 0} exceeded for object ${from.id}`, {
    subCategory: 'crm.associations.ASSOCIATION_LIMIT_EXCEEDED',
  });
}

function linkBody([first, ...others]: readonly [Link, ...Link[]], portalId: number): JsonObject {
  return {
    fromObjectTypeId: first.from.typeId,
    fromObjectId: Number(first.from.id),
    toObjectTypeId: first.to.typeId,
    toObjectId: Number(first.to.id),
    labels: [first, ...others].flatMap(({ association }) => association.label ?? []),
    portalId,
  };
}

function runConnect(call: ObjectCall): Reply {
  const target = targetStore(call);
  if (target === undefined) return unknownTarget(call);
  const decoded = decodeBody(call.bodyText, pairBody, javaTypes);
  if (decoded.kind === 'undecodable') return replyRefusal(400, { message: decoded.message });
  const { inputs } = decoded.value;
  if (inputs.length > maxInputs)
    return replyInvalid(`The maximum number of inputs supported in a batch is ${maxInputs}.`);
  const { associations, account } = call.kernel.portal;
  const results: JsonObject[] = [];
  const errors: JsonObject[] = [];
  for (const pair of inputs) {
    const error = pairError(pair, call.store, target);
    const [first, ...others] = error === undefined ? linksOf(pair, target, call) : [];
    const full = [first, ...others].find((link) => link !== undefined && isFull(link, call));
    if (error !== undefined) errors.push(error);
    else if (full !== undefined) errors.push(limitError(full));
    else if (first === undefined) errors.push(entry('One or more associations are invalid'));
    else {
      for (const link of [first, ...others]) associations.connect(link);
      results.push(linkBody([first, ...others], account.portalId));
    }
  }
  return connectReply(results, errors, call);
}

/** 2026-09 declares 200 only; earlier versions 201, and 207 when something failed (specification). */
function connectReply(
  results: readonly JsonObject[],
  errors: readonly JsonObject[],
  call: ObjectCall,
): Reply {
  const body = envelopeBody({
    results,
    errors,
    startedAtMs: call.nowMs,
    completedAtMs: call.kernel.clock.nowMs(),
  });
  if (call.version === '2026-09') return replyJson(200, body);
  return replyJson(errors.length > 0 ? 207 : 201, body);
}

function readResult(
  fromId: string,
  target: TypeStore,
  { kernel, store }: ObjectCall,
): JsonObject | undefined {
  const from = { typeId: store.objectType.id, id: fromId };
  const links = kernel.portal.associations.linksFrom(from, target.objectType.id);
  if (links.length === 0) return undefined;
  const to = [...new Set(links.map((link) => link.to.id))].map((toId) => ({
    toObjectId: Number(toId),
    associationTypes: links.filter((link) => link.to.id === toId).map((link) => labelBody(link.association)),
  }));
  return { from: { id: fromId }, to };
}

function runRead(call: ObjectCall): Reply {
  const target = targetStore(call);
  if (target === undefined) return unknownTarget(call);
  const decoded = decodeBody(call.bodyText, readBody, javaTypes);
  if (decoded.kind === 'undecodable') return replyRefusal(400, { message: decoded.message });
  const read = decoded.value.inputs.map((input) => ({
    fromId: input.id,
    result: readResult(input.id, target, call),
  }));
  const errors = read.flatMap(({ fromId, result }) =>
    result === undefined
      ? [
          {
            status: 'error',
            category: 'OBJECT_NOT_FOUND',
            subCategory: 'crm.associations.NO_ASSOCIATIONS_FOUND',
            message: `No ${target.objectType.name} is associated with ${call.store.objectType.name} ${fromId}.`,
            context: { fromObjectId: [fromId] },
          },
        ]
      : [],
  );
  const results = read.flatMap(({ result }) => (result === undefined ? [] : [result]));
  const body = envelopeBody({
    results,
    errors,
    startedAtMs: call.nowMs,
    completedAtMs: call.kernel.clock.nowMs(),
  });
  return replyJson(errors.length > 0 && call.version !== '2026-09' ? 207 : 200, body);
}

/** PUT …/{id}/associations/default/{toType}/{toId}: two directed results, idempotent (observed live). */
function runConnectDefault(call: ObjectCall): Reply {
  const target = targetStore(call);
  if (target === undefined) return unknownTarget(call);
  const pair = { from: { id: call.params.objectId ?? '' }, to: { id: call.params.toId ?? '' } };
  const error = pairError(pair, call.store, target);
  const [link] = error === undefined ? linksOf(pair, target, call) : [];
  if (link === undefined) return replyInvalid('One or more associations are invalid');
  const { associations } = call.kernel.portal;
  associations.connect(link);
  const back = associations.defaultType(link.to.typeId, link.from.typeId);
  const directed = [
    { from: { id: link.from.id }, to: { id: link.to.id }, associationSpec: labelSpec(link.association) },
    ...(back === undefined
      ? []
      : [{ from: { id: link.to.id }, to: { id: link.from.id }, associationSpec: labelSpec(back) }]),
  ];
  return replyJson(
    200,
    envelopeBody({
      results: directed,
      errors: [],
      startedAtMs: call.nowMs,
      completedAtMs: call.kernel.clock.nowMs(),
    }),
  );
}

function labelSpec({ category, typeId }: AssociationType): JsonObject {
  return { associationCategory: category, associationTypeId: typeId };
}

export const associationRoutes: readonly ObjectRoute[] = [
  { method: 'GET', paths: associationPaths('/labels'), access: 'objects-read', run: runLabels },
  { method: 'POST', paths: associationPaths('/batch/create'), access: 'objects-write', run: runConnect },
  {
    method: 'POST',
    paths: associationPaths('/batch/associate/default'),
    access: 'objects-write',
    run: runConnect,
  },
  { method: 'POST', paths: associationPaths('/batch/read'), access: 'objects-read', run: runRead },
  {
    method: 'PUT',
    paths: objectPaths('/:objectId/associations/default/:toType/:toId'),
    access: 'objects-write',
    run: runConnectDefault,
  },
];
