import * as v from 'valibot';
import type { FaultEffect } from './fault.ts';

type BodyFault = Extract<
  FaultEffect,
  { kind: 'truncate' | 'omit-row' | 'strip-trace-ids' | 'strip-context' | 'empty-errors' | 'empty-result' }
>;

const row = v.record(v.string(), v.unknown());
const batch = v.looseObject({ results: v.array(row), errors: v.optional(v.array(row)) });
type Batch = v.InferOutput<typeof batch>;
type Row = v.InferOutput<typeof row>;

function without(entry: Row, name: string): Row {
  return Object.fromEntries(Object.entries(entry).filter(([key]) => key !== name));
}

function withoutTraceIds(body: Batch): Batch {
  const errors = body.errors?.map((entry) => {
    const context = v.safeParse(row, entry.context);
    return context.success ? { ...entry, context: without(context.output, 'objectWriteTraceId') } : entry;
  });
  const results = body.results.map((entry) => without(entry, 'objectWriteTraceId'));
  return { ...body, results, ...(errors === undefined ? {} : { errors }) };
}

function brokenBatch(fault: Exclude<BodyFault, { kind: 'truncate' }>, body: Batch): Batch {
  switch (fault.kind) {
    case 'omit-row':
      return { ...body, results: body.results.slice(fault.rows ?? 1) };
    case 'strip-trace-ids':
      return withoutTraceIds(body);
    case 'strip-context': {
      const errors = body.errors?.map((entry) => without(entry, 'context'));
      return { ...body, ...(errors === undefined ? {} : { errors }) };
    }
    case 'empty-errors':
      return { ...body, errors: [], numErrors: 0 };
    case 'empty-result':
      return { ...body, results: [], errors: [] };
  }
}

/** The answer with a body that is not what it should be. Answers that are no batches pass as they are. */
export async function breakBody(fault: BodyFault, response: Response): Promise<Response> {
  const bytes = await response.clone().arrayBuffer();
  // Seen live: 207 with an empty list of errors.
  const status = fault.kind === 'empty-errors' ? 207 : response.status;
  const rebuilt = (body: string | ArrayBuffer): Response =>
    new Response(body, { status, headers: response.headers });
  // Bytes, not text: a file that is downloaded breaks off in the same way.
  if (fault.kind === 'truncate')
    return bytes.byteLength === 0 ? response : rebuilt(bytes.slice(0, Math.floor(bytes.byteLength / 2)));
  if (!(response.headers.get('content-type') ?? '').startsWith('application/json')) return response;
  const parsed = v.safeParse(batch, JSON.parse(new TextDecoder().decode(bytes)));
  return parsed.success ? rebuilt(JSON.stringify(brokenBatch(fault, parsed.output))) : response;
}
