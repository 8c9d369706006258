import type { BatchAnswer, ResultRecord, WriteInput } from '@bulk-records/core/contract';
import { shortenEntryError, shortenRequestError } from './shorten-error.ts';

/** What tells when a record came to be, which record it is, and under which other addresses it is known. */
const ALWAYS_KEPT = [
  'createdate',
  'hs_createdate',
  'hs_lastmodifieddate',
  'lastmodifieddate',
  'hs_object_id',
  'email',
  'hs_additional_emails',
];

/**
 * Leaves of an answer what is evidence for the rows of its batch. HubSpot returns some twenty computed properties
 * per record (recorded traffic, 2024-10) and quotes whole option lists in errors; ten batches of that would not
 * fit into a reply.
 */
export function trimAnswer(answer: BatchAnswer, inputs: readonly WriteInput[]): BatchAnswer {
  switch (answer.kind) {
    case 'answered': {
      const kept = new Set([...ALWAYS_KEPT, ...inputs.flatMap(namesOf)]);
      const results = answer.body.results.map((result) => trimResult(result, kept));
      return {
        ...answer,
        body: { ...answer.body, results, errors: answer.body.errors.map(shortenEntryError) },
      };
    }
    case 'refused':
      return { ...answer, error: shortenRequestError(answer.error) };
    case 'accepted':
    case 'no-answer':
    case 'not-sent':
      return answer;
  }
}

function namesOf(input: WriteInput): readonly string[] {
  const names = Object.keys(input.properties);
  return input.idProperty === undefined ? names : [...names, input.idProperty];
}

function trimResult(result: ResultRecord, kept: ReadonlySet<string>): ResultRecord {
  const properties = Object.fromEntries(Object.entries(result.properties).filter(([name]) => kept.has(name)));
  return { ...result, properties, propertiesWithHistory: undefined };
}
