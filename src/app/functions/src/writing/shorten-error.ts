import type { EntryError, ErrorDetail, RequestError } from '@bulk-records/core/contract';
import * as v from 'valibot';

/** Long enough for any sentence of HubSpot's, too short for a list of five hundred options. */
const MAX_SENTENCE_LENGTH = 500;

/** HubSpot puts this in front of a JSON array with one item per refused value (HubSpot error-handling guide). */
const VALUES_PREFIX = 'Property values were not valid: ';

const refusedValuesSchema = v.array(
  v.looseObject({ message: v.optional(v.string(), ''), localizedErrorMessage: v.optional(v.string()) }),
);

/** The same error with long sentences cut; what stands in lists and codes stays. */
export function shortenEntryError(error: EntryError): EntryError {
  return { ...error, message: shortenMessage(error.message), errors: error.errors.map(shortenDetail) };
}

export function shortenRequestError(error: RequestError): RequestError {
  return { ...error, message: shortenMessage(error.message), errors: error.errors.map(shortenDetail) };
}

function shortenDetail(detail: ErrorDetail): ErrorDetail {
  return { ...detail, message: cut(detail.message) };
}

/** The JSON array must stay one: the property a value was refused for stands only there. */
function shortenMessage(message: string): string {
  if (message.length <= MAX_SENTENCE_LENGTH) return message;
  const values = message.startsWith(VALUES_PREFIX)
    ? readRefusedValues(message.slice(VALUES_PREFIX.length))
    : [];
  if (values.length === 0) return cut(message);
  const shortened = values.map((item) => ({
    ...item,
    message: cut(item.message),
    // It repeats the message in the account's language; JSON leaves it out.
    localizedErrorMessage: undefined,
    ...('propertyValue' in item ? { propertyValue: cut(String(item['propertyValue'])) } : {}),
  }));
  return VALUES_PREFIX + JSON.stringify(shortened);
}

function readRefusedValues(text: string): v.InferOutput<typeof refusedValuesSchema> {
  try {
    const parsed = v.safeParse(refusedValuesSchema, JSON.parse(text));
    return parsed.success ? parsed.output : [];
  } catch {
    return [];
  }
}

function cut(text: string): string {
  return text.length <= MAX_SENTENCE_LENGTH ? text : `${text.slice(0, MAX_SENTENCE_LENGTH)}…`;
}
