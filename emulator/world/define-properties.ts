import type {
  ExternalOptions,
  FieldType,
  Property,
  PropertyOption,
  PropertyType,
} from '../model/property.ts';

interface PropertyRow {
  readonly name: string;
  readonly label: string;
  readonly kind: string;
  readonly flags: readonly string[];
  readonly options: readonly string[];
}

/** Short for a type with its usual field type. */
const kinds: Readonly<Record<string, readonly [PropertyType, FieldType]>> = {
  text: ['string', 'text'],
  area: ['string', 'textarea'],
  html: ['string', 'html'],
  phone: ['phone_number', 'phonenumber'],
  number: ['number', 'number'],
  currency: ['number', 'number'],
  bool: ['bool', 'booleancheckbox'],
  date: ['date', 'date'],
  datetime: ['datetime', 'date'],
  select: ['enumeration', 'select'],
  radio: ['enumeration', 'radio'],
  checkbox: ['enumeration', 'checkbox'],
  owner: ['enumeration', 'select'],
  pipeline: ['enumeration', 'select'],
  stage: ['enumeration', 'select'],
  rollup: ['number', 'calculation_rollup'],
  equation: ['number', 'calculation_equation'],
};

const external: Readonly<Record<string, ExternalOptions>> = {
  owner: 'owners',
  pipeline: 'pipelines',
  stage: 'stages',
};

function optionsOf(options: readonly string[], kind: string): readonly PropertyOption[] {
  const list = kind === 'bool' ? ['true=Yes', 'false=No'] : options;
  return list.map((option, displayOrder) => {
    const [value = '', label = value] = option.split('=');
    return { label, value, description: '', displayOrder, hidden: false };
  });
}

function splitList(text: string, separator: string): readonly string[] {
  return text === '' ? [] : text.split(separator);
}

function readRow(line: string): PropertyRow {
  const [name = '', label = '', kind = '', flags = '', options = ''] = line
    .split('|')
    .map((cell) => cell.trim());
  return { name, label, kind, flags: splitList(flags, ' '), options: splitList(options, '; ') };
}

export interface PropertyOrigin {
  readonly groupName: string;
  readonly hubspotDefined: boolean;
}

const definedAtMs = Date.UTC(2023, 0, 9, 8);

function defineProperty(row: PropertyRow, origin: PropertyOrigin, displayOrder: number): Property {
  const { name, label, kind, flags, options } = row;
  const found = kinds[kind];
  if (found === undefined) throw new Error(`Property ${name} is of unknown kind ${kind}`);
  const [type, fieldType] = found;
  const externalOptions = external[kind];
  const isReadOnly = flags.includes('ro') || kind === 'rollup' || kind === 'equation';
  return {
    name,
    label,
    type,
    fieldType,
    groupName: origin.groupName,
    description: '',
    options: optionsOf(options, kind),
    displayOrder,
    hasUniqueValue: flags.includes('unique'),
    hidden: flags.includes('hidden'),
    formField: flags.includes('form'),
    // Recorded property lists show read-only roll-ups with calculated false: only equations say true.
    calculated: kind === 'equation',
    ...(externalOptions === undefined ? {} : { externalOptions }),
    ...(kind === 'owner' ? { referencedObjectType: 'OWNER' } : {}),
    hubspotDefined: origin.hubspotDefined,
    dataSensitivity: flags.includes('sensitive') ? 'sensitive' : 'non_sensitive',
    ...(kind === 'currency' ? { showCurrencySymbol: true } : {}),
    archived: false,
    createdAtMs: definedAtMs,
    updatedAtMs: definedAtMs,
    readOnlyValue: isReadOnly,
  };
}

/**
 * Reads a table of properties, one per line: `name | label | kind | flags | options`.
 *
 * Flags: `ro` read-only value, `unique` unique value, `hidden`, `form` usable in forms, `sensitive`.
 * Options: `value=Label; value=Label`; a value alone is its own label. Throws for an unknown kind.
 */
export function defineProperties(table: string, origin: PropertyOrigin): readonly Property[] {
  const lines = table.split('\n').filter((line) => line.trim() !== '');
  return lines.map((line, index) => defineProperty(readRow(line), origin, index));
}
