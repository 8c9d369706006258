import * as v from 'valibot';
import type { RecordIssue } from '../../records/draft-record.ts';
import { CELL_ISSUE_CODES } from '../../records/values/cell-reading.ts';

const text = v.string();
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

const expected = v.variant('kind', [
  v.object({ kind: v.literal('number'), decimalMarks: v.array(v.picklist(['.', ','])) }),
  v.object({
    kind: v.picklist(['date', 'date-time']),
    orders: v.array(v.picklist(['dmy', 'mdy', 'ymd'])),
  }),
  v.object({
    kind: v.picklist(['option', 'options', 'boolean', 'email', 'domain', 'record-id', 'visible-text']),
  }),
  v.object({ kind: v.literal('record'), label: text }),
  v.object({ kind: v.literal('text'), maxLength: count }),
]);

/** Why a row was left out, as a journal keeps it. The formats of candidates are those of a column that is not kept. */
export const recordIssueSchema: v.GenericSchema<unknown, RecordIssue> = v.union([
  v.object({
    code: v.picklist(CELL_ISSUE_CODES),
    property: text,
    columnIndex: count,
    raw: text,
    found: text,
    expected,
    candidates: v.array(v.object({ value: text, label: text })),
    relatedType: v.exactOptional(text),
  }),
  v.object({ code: v.literal('key-missing'), property: text }),
  v.object({ code: v.literal('record-exists'), property: text, recordId: text }),
  v.object({ code: v.literal('record-merged'), into: text }),
  v.object({ code: v.literal('repeated'), ofRow: count, isMerged: v.boolean() }),
  v.object({ code: v.picklist(['nothing-to-write', 'record-missing', 'not-read', 'left-out-by-plan']) }),
  v.object({
    code: v.literal('not-undone'),
    why: v.picklist(['changed-since', 'touched-since', 'archived', 'gone', 'no-earlier-value']),
  }),
  v.object({ code: v.literal('changed-since'), properties: v.array(text) }),
]);
