import type { Property } from '../contract/describe-object-type.ts';
import { cellKind } from '../input/cell-kind.ts';
import type { CellKind } from '../input/cell-kind.ts';
import { normaliseHeader } from './normalise-header.ts';

/** Standard properties of type string whose values still have a shape. */
const SHAPES: ReadonlyMap<string, readonly CellKind[]> = new Map([
  ['email', ['email']],
  ['phone', ['phone', 'number']],
  ['mobilephone', ['phone', 'number']],
  ['fax', ['phone', 'number']],
]);
const WEB_ADDRESS = /^(?:https?:\/\/)?(?:[\p{L}\p{N}-]+\.)+[\p{L}]{2,}(?:[/?#]\S*)?$/iu;
const WEB_PROPERTIES: ReadonlySet<string> = new Set([
  'website',
  'domain',
  'hs_linkedin_url',
  'linkedin_company_page',
]);
const NEVER_NAMES: readonly CellKind[] = ['email', 'url', 'date', 'number', 'phone'];
const NAMES: ReadonlySet<string> = new Set(['firstname', 'lastname', 'jobtitle', 'salutation', 'city']);

/**
 * The share of sample values (0 to 1) that the property could take as they are meant; undefined when any
 * text would do, or when there is no sample.
 */
export function fitOfValues(property: Property, samples: readonly string[]): number | undefined {
  const fits = fitRule(property);
  if (fits === undefined || samples.length === 0) return undefined;
  return samples.filter((sample) => fits(sample.trim())).length / samples.length;
}

function fitRule(property: Property): ((value: string) => boolean) | undefined {
  const shape = SHAPES.get(property.name);
  if (shape !== undefined) return (value) => shape.includes(cellKind(value));
  if (WEB_PROPERTIES.has(property.name)) return (value) => WEB_ADDRESS.test(value);
  if (NAMES.has(property.name)) return (value) => !NEVER_NAMES.includes(cellKind(value));
  return fitRuleOfType(property);
}

function fitRuleOfType(property: Property): ((value: string) => boolean) | undefined {
  switch (property.type) {
    case 'number':
      return (value) => cellKind(value) === 'number';
    case 'date':
    case 'datetime':
      // Excel writes dates as day counts, other systems as epoch milliseconds: both are numbers.
      return (value) => ['date', 'number'].includes(cellKind(value));
    case 'bool':
      return (value) => cellKind(value) === 'boolean' || /^[01]$/.test(value);
    case 'enumeration':
      return property.externalOptions || property.options.length === 0 ? undefined : optionRule(property);
    default:
      return undefined;
  }
}

/** Several values of one cell are separated by semicolons. */
function optionRule(property: Property): (value: string) => boolean {
  const known = new Set(
    property.options.flatMap(({ label, value }) => [normaliseHeader(label), normaliseHeader(value)]),
  );
  return (value) => value.split(';').every((part) => part.trim() === '' || known.has(normaliseHeader(part)));
}
