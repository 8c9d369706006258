import {
  batchBodySchema,
  resultRecordSchema,
  type BatchBody,
  type ResultRecord,
} from '../contract/batch-body.ts';
import {
  entryErrorSchema,
  requestErrorSchema,
  type EntryError,
  type RequestError,
} from '../contract/hubspot-error.ts';
import { decodeWith, type Decoded } from '../contract/json.ts';

/** What the decoder makes of a sketch of HubSpot's JSON; a sketch it refuses is a mistake in the test. */
export function makeBody(sketch: object): BatchBody {
  return valueOf(decodeWith(batchBodySchema, { status: 'COMPLETE', results: [], ...sketch }));
}

export function makeResult(id: string, sketch: object = {}): ResultRecord {
  return valueOf(decodeWith(resultRecordSchema, { id, properties: {}, ...sketch }));
}

export function makeEntry(sketch: object): EntryError {
  return valueOf(decodeWith(entryErrorSchema, sketch));
}

export function makeRequestError(sketch: object): RequestError {
  return valueOf(decodeWith(requestErrorSchema, sketch));
}

function valueOf<T>(decoded: Decoded<T>): T {
  if (!decoded.ok) throw new Error(decoded.problems.join('; '));
  return decoded.value;
}
