import * as v from 'valibot';
import type { EntryError, ErrorDetail, RequestError } from '../contract/hubspot-error.ts';

/** One thing HubSpot found wrong with a row; `property` is absent where HubSpot does not name it. */
export interface RejectedValue {
  readonly code: string | null;
  readonly property: string | null;
  readonly message: string;
}

/** HubSpot's no to one row, in HubSpot's words and codes. */
export interface Rejection {
  readonly category: string | null;
  readonly message: string;
  readonly values: readonly RejectedValue[];
  readonly correlationId: string | null;
}

const PROPERTY_PROBLEMS = /^Property values were not valid: (\[[\s\S]*\])$/;

const problemsSchema = v.array(
  v.object({
    message: v.fallback(v.string(), ''),
    error: v.fallback(v.optional(v.string()), undefined),
    name: v.fallback(v.optional(v.string()), undefined),
  }),
);

/**
 * Reads an error of a row. HubSpot puts the details into nested `errors[]`, into a JSON array inside the
 * message, or into both, each sometimes incomplete; both are read and equal ones are told once.
 */
export function readRejection(error: EntryError | RequestError): Rejection {
  const inMessage = valuesInMessage(error.message);
  const values = tellOnce([...error.errors.flatMap(valuesOfDetail), ...inMessage]);
  return {
    category: error.category ?? null,
    message: inMessage.length > 0 ? 'Property values were not valid' : error.message,
    values: values.length > 0 ? values : [...takenValues(error.message), ...valuesInContext(error)],
    correlationId: 'correlationId' in error ? (error.correlationId ?? null) : null,
  };
}

function valuesOfDetail(detail: ErrorDetail): readonly RejectedValue[] {
  const inMessage = valuesInMessage(detail.message);
  if (inMessage.length > 0) return inMessage;
  const property = detail.context['propertyName']?.[0] ?? detail.in ?? null;
  return [{ code: detail.code ?? null, property, message: detail.message }];
}

function valuesInMessage(message: string): readonly RejectedValue[] {
  const json = PROPERTY_PROBLEMS.exec(message)?.[1];
  if (json === undefined) return [];
  const problems = v.safeParse(problemsSchema, parseJson(json));
  if (!problems.success) return [];
  return problems.output.map(({ message: text, error, name }) => ({
    code: error ?? null,
    property: name ?? null,
    message: text,
  }));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** "Cannot set PropertyValueCoordinates{…, propertyName=sku, value=…} on 1. 2 already has that value." */
function takenValues(message: string): readonly RejectedValue[] {
  const property = /propertyName=(\w+)[,}][\s\S]* already has that value/.exec(message)?.[1];
  return property === undefined ? [] : [{ code: 'CONFLICTING_UNIQUE_VALUE', property, message }];
}

/** "Error creating TICKET. Some required properties were not set." names them only in the context. */
function valuesInContext(error: EntryError | RequestError): readonly RejectedValue[] {
  const names = error.context['properties'] ?? error.context['propertyName'] ?? [];
  return names.map((property) => ({ code: null, property, message: error.message }));
}

/** The same problem told twice is one, also where one telling leaves out its code or property. */
function tellOnce(values: readonly RejectedValue[]): readonly RejectedValue[] {
  const told: RejectedValue[] = [];
  for (const value of values) {
    const index = told.findIndex((other) => isSameProblem(other, value));
    const known = told[index];
    if (!known) told.push(value);
    else
      told[index] = {
        ...known,
        code: known.code ?? value.code,
        property: known.property ?? value.property,
      };
  }
  return told;
}

function isSameProblem(one: RejectedValue, other: RejectedValue): boolean {
  if (one.message !== other.message) return false;
  return agree(one.code, other.code) && agree(one.property, other.property);
}

function agree(one: string | null, other: string | null): boolean {
  return one === null || other === null || one === other;
}

/**
 * The record that already holds the value, or null. HubSpot says it as `context.existingId`, at the end of
 * "Contact already exists. Existing ID: 1", or as "Cannot set … on <new id>. <holder id> already has that value."
 */
export function findExistingId(error: EntryError | RequestError): string | null {
  const named = error.context['existingId']?.[0];
  if (named !== undefined) return named;
  for (const message of [error.message, ...error.errors.map((detail) => detail.message)]) {
    const said = /Existing ID: (\d+)/.exec(message) ?? /(\d+) already has that value/.exec(message);
    if (said?.[1] !== undefined) return said[1];
  }
  return null;
}

/** A record with this identity exists already: an answer of its own kind, because it can be turned into an update. */
export function isConflict(error: EntryError | RequestError): boolean {
  if (error.category === 'CONFLICT' || error.category === 'OBJECT_ALREADY_EXISTS') return true;
  if (/already has that value/.test(error.message)) return true;
  return readRejection(error).values.some(
    ({ code, message }) => code === 'CONFLICTING_UNIQUE_VALUE' || /already has that value/.test(message),
  );
}
