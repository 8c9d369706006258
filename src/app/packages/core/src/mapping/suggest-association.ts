import { RECORD_ID_PROPERTY } from '../contract/describe-object-type.ts';
import type { ObjectKind } from '../contract/object-kind.ts';
import type { Column } from '../input/table.ts';
import type { NamedBy } from './mapping.ts';
import { normaliseHeader } from './normalise-header.ts';
import { sampleValues } from './sample-values.ts';
import type { SuggestionContext } from './suggest-property.ts';

/**
 * How HubSpot's own files call records that a row is associated with: its exports "Associated Company IDs", and the
 * files of its importer, where a row holds several objects, "Record ID - Company".
 */
const HEADER = /^(?:associated (\S+) ids?|record id - (\S+))$/i;

/** Of kinds that HubSpot associates with each other in every portal; by the words in headers. */
const TYPES: readonly (readonly [ObjectKind, objectType: string])[] = [
  ['company', 'companies'],
  ['contact', 'contacts'],
  ['deal', 'deals'],
  ['ticket', 'tickets'],
];

const IDS = /^\d{1,20}(?:;\d{1,20})*$/;
const SAMPLE_COUNT = 25;

/**
 * The records a column names, where its header says so and all its cells are record ids. An id by any other header may
 * be another system's, and names of companies are no keys: nothing is suggested for them.
 */
export function suggestAssociation({ header, index }: Column, context: SuggestionContext): NamedBy | null {
  const found = HEADER.exec(header.trim().replace(/\s+/g, ' '));
  const word = normaliseHeader(found?.[1] ?? found?.[2] ?? '');
  const [kind, objectType] = TYPES.find((names) => names.some((name) => name === word)) ?? [];
  if (kind === undefined || objectType === undefined) return null;
  if (context.kind === undefined || context.kind === 'product' || context.kind === kind) return null;
  const samples = sampleValues(context.table, index, SAMPLE_COUNT);
  const areIds = samples.length > 0 && samples.every((sample) => IDS.test(sample.replace(/\s/g, '')));
  return areIds ? { objectType, keyProperty: RECORD_ID_PROPERTY, typeName: null } : null;
}
