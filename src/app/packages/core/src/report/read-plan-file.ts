import * as v from 'valibot';
import { apiVersionSchema } from '../contract/api-version.ts';
import type { Property } from '../contract/describe-object-type.ts';
import { decodeWith } from '../contract/json.ts';
import { objectTypeSchema, propertyNameSchema } from '../contract/object-type.ts';
import { operationSchema } from '../contract/operation.ts';
import { plannedAssociationSchema } from '../contract/associate-records.ts';
import { splitCells } from '../input/split-cells.ts';
import { COLUMN_POLICIES } from '../records/column-policy.ts';
import { digestPlan } from '../plan/digest-plan.ts';
import { findSideEffects } from '../plan/find-side-effects.ts';
import type { Plan } from '../plan/plan.ts';
import { PLAN_COLUMNS, PLAN_HEADER } from './plan-file.ts';
import { readPlannedRows, type PlanLine } from './read-planned-rows.ts';
import { recogniseOwnFile } from './recognise-own-file.ts';
import { unguardCell } from './spreadsheet-guard.ts';

const planHeadSchema = v.object({
  version: v.literal(1),
  digest: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  operation: operationSchema,
  objectType: objectTypeSchema,
  apiVersion: apiVersionSchema,
  keyProperty: v.nullable(propertyNameSchema),
  columns: v.array(
    v.object({ header: v.string(), property: propertyNameSchema, policy: v.picklist(COLUMN_POLICIES) }),
  ),
  associations: v.array(plannedAssociationSchema),
  readAt: v.number(),
});

/** What a plan's file says of the plan as a whole. */
export type PlanHead = v.InferOutput<typeof planHeadSchema>;

export type PlanFile =
  | { readonly kind: 'plan'; readonly plan: Plan }
  /** A line or the head cannot be read: the file was cut or edited. `line` counts from 1. */
  | { readonly kind: 'unreadable'; readonly line: number }
  /** All can be read, and is not what the digest was made of: a cell was changed, for example by a spreadsheet. */
  | { readonly kind: 'altered'; readonly digest: string }
  | { readonly kind: 'unknown-property'; readonly property: string };

/** The head of a plan's file; null for any other text, and for a plan whose head cannot be read. */
export function readPlanFileHead(text: string): PlanHead | null {
  return readHead(splitPlan(text)[1]);
}

/** Whether a text is, or was, a plan's file. */
export function isPlanFile(text: string): boolean {
  return recogniseOwnFile(text, PLAN_HEADER) !== null;
}

/**
 * The plan of a file, exactly as it was written: its digest is made anew and must be the one in the file. `properties`
 * are those of the object type the head names. Why a row is left out, and side effects that need HubSpot's values, are
 * not in the file.
 */
export function readPlanFile(text: string, properties: ReadonlyMap<string, Property>): PlanFile {
  const [, headLine, ...lines] = splitPlan(text);
  const head = readHead(headLine);
  if (head === null) return { kind: 'unreadable', line: 2 };
  const read = readPlannedRows(lines);
  if (read.kind === 'unreadable') return { kind: 'unreadable', line: read.index + 3 };
  const { digest, readAt, ...target } = head;
  const { rows } = read;
  const unknown = read.propertyNames.find((name) => !properties.has(name));
  if (unknown !== undefined) return { kind: 'unknown-property', property: unknown };
  const said = {
    ...target,
    properties,
    rows,
    duplicates: [],
    sideEffects: findSideEffects(rows, {
      target: { ...target, properties },
      readings: new Map(),
      associations: head.associations,
    }),
    readAt,
  };
  const found = digestPlan(said);
  return found === digest ? { kind: 'plan', plan: { ...said, digest } } : { kind: 'altered', digest: found };
}

/** Lines as cells by the names of the columns; none where the text is no plan's file. */
function splitPlan(text: string): readonly PlanLine[] {
  const delimiter = recogniseOwnFile(text, PLAN_HEADER);
  if (delimiter === null) return [];
  const { records } = splitCells(text, delimiter);
  const headers = records[0]?.cells ?? [];
  // By its own headers: a file of an earlier version lacks a column.
  const places = new Map(PLAN_COLUMNS.map((column) => [column, headers.indexOf(column)]));
  return records
    .filter(({ cells }) => cells.some((cell) => cell !== ''))
    .map(
      ({ cells }) =>
        (column) =>
          unguardCell(cells[places.get(column) ?? -1] ?? ''),
    );
}

function readHead(line: PlanLine | undefined): PlanHead | null {
  try {
    const decoded = decodeWith(planHeadSchema, JSON.parse(line?.(PLAN_HEADER) ?? ''));
    return decoded.ok ? decoded.value : null;
  } catch {
    return null;
  }
}
