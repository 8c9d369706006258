import {
  abilitiesOf,
  RECORD_ID_PROPERTY,
  type AssociatedColumn,
  type AssociationColumn,
  type ColumnMapping,
  type Key,
  type NamedBy,
  type ObjectTypeDescription,
} from '@bulk-records/core';
import { typeInForce, type AssociationChoice } from './association.ts';
import { propertiesByName } from './properties-by-name.ts';

type Known = Pick<AssociationChoice, 'types' | 'related'>;

export function associatedIn(mappings: readonly ColumnMapping[]): readonly AssociatedColumn[] {
  return mappings.filter((mapping) => mapping.kind === 'associated');
}

/** What cells can name a record by: its id, a unique property, or a property people know it by. */
export function namingKeys({ keys, names = [], properties }: ObjectTypeDescription): readonly NamingKey[] {
  const unique = keys.map(({ property, label }) => ({ property, label, bySearch: false }));
  const known = new Set(unique.map(({ property }) => property));
  const others = names.flatMap((name) => {
    const property = properties.find((each) => each.name === name);
    return property === undefined || known.has(name)
      ? []
      : [{ property: name, label: property.label, bySearch: true }];
  });
  return [...unique, ...others];
}

export interface NamingKey extends Pick<Key, 'property' | 'label'> {
  /** Not unique: one name may lead to several records. */
  readonly bySearch: boolean;
}

/** What these cells most likely name records by. */
export function likelyKey(objectType: string, samples: readonly string[]): string {
  const parts = samples.flatMap((sample) => sample.split(';')).map((part) => part.trim());
  if (parts.every((part) => /^\d*$/.test(part))) return RECORD_ID_PROPERTY;
  const { builtInKey = null, names = [] } = abilitiesOf(objectType) ?? {};
  const [first = RECORD_ID_PROPERTY] = names;
  const areDomains = parts.every((part) => /^\S+\.\S+$/.test(part));
  if (first === 'domain') return areDomains ? first : 'name';
  return builtInKey ?? first;
}

/** The columns that name records, once all about them is known; null while it is not, or cannot be. */
export function associationColumns(
  mappings: readonly ColumnMapping[],
  known: Known,
): readonly AssociationColumn[] | null {
  const columns = associatedIn(mappings).map(({ column, namedBy }) => columnOf(column.index, namedBy, known));
  return columns.every((column) => column !== null) ? columns : null;
}

function columnOf(columnIndex: number, namedBy: NamedBy, known: Known): AssociationColumn | null {
  const { objectType, keyProperty } = namedBy;
  const description = known.related.get(objectType);
  const type = typeInForce(known, namedBy);
  if (description?.kind !== 'loaded' || type === null) return null;
  const key = namingKeys(description.value).find(({ property }) => property === keyProperty);
  const properties = propertiesByName(description.value);
  const property = properties.get(keyProperty);
  if (key === undefined || property === undefined) return null;
  const { associationCategory, associationTypeId } = type;
  const { names = [] } = description.value;
  return {
    columnIndex,
    related: { objectType, properties, names },
    property,
    bySearch: key.bySearch,
    types: [{ associationCategory, associationTypeId }],
  };
}

/** Types of which something is not known yet, and nobody has asked. */
export function unknownTypes(
  mappings: readonly ColumnMapping[],
  { types, related }: Known,
): { readonly types: readonly string[]; readonly related: readonly string[] } {
  const wanted = [...new Set(associatedIn(mappings).map(({ namedBy }) => namedBy.objectType))];
  return {
    types: wanted.filter((type) => !types.has(type)),
    related: wanted.filter((type) => !related.has(type)),
  };
}
