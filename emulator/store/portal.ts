import type { CrmRecord } from '../model/crm-record.ts';
import { isLive } from '../model/crm-record.ts';
import type { ObjectType } from '../model/object-type.ts';
import type { Account, AdminRule, AssociationType, Owner, Pipeline } from '../model/portal-parts.ts';
import type { Property, PropertyGroup } from '../model/property.ts';
import { AssociationTable } from './association-table.ts';
import type { Link } from './association-table.ts';
import { FileStore } from './file-store.ts';
import { createIdSource } from './id-source.ts';
import type { IdSource } from './id-source.ts';
import { PropertyTable } from './property-table.ts';
import { RecordTable } from './record-table.ts';
import { SearchIndex } from './search-index.ts';

/** One object type with everything a world knows of it. */
export interface ObjectTypeWorld {
  readonly objectType: ObjectType;
  readonly properties: readonly Property[];
  readonly groups: readonly PropertyGroup[];
  readonly pipelines: readonly Pipeline[];
  readonly records: readonly CrmRecord[];
}

/** A portal as plain, immutable values: what a fresh emulator starts from. */
export interface World {
  readonly account: Account;
  readonly types: readonly ObjectTypeWorld[];
  readonly owners: readonly Owner[];
  readonly associationTypes: readonly AssociationType[];
  readonly links: readonly Link[];
  readonly rules: readonly AdminRule[];
}

/** One object type at work. */
export interface TypeStore {
  readonly objectType: ObjectType;
  readonly properties: PropertyTable;
  readonly records: RecordTable;
  readonly search: SearchIndex<CrmRecord>;
  readonly pipelines: readonly Pipeline[];
}

export interface Portal {
  readonly account: Account;
  readonly objectTypes: readonly ObjectType[];
  readonly owners: readonly Owner[];
  readonly associations: AssociationTable;
  readonly rules: readonly AdminRule[];
  readonly files: FileStore;
  readonly ids: IdSource;
  /** By plural, singular, fully qualified name or type id, in any case; custom types also by `p_name`. */
  findType(pathName: string): TypeStore | undefined;
}

const firstRecordId = 73_183_570_000;
const firstFileId = 187_864_382_000;

function pathNamesOf({ id, name, plural, fullyQualifiedName, isCustom }: ObjectType): readonly string[] {
  const names = [id, name, plural, fullyQualifiedName, ...(isCustom ? [`p_${name}`] : [])];
  return names.map((pathName) => pathName.toLowerCase());
}

export function openTypeStore(world: ObjectTypeWorld, searchDelayMaxMs: number): TypeStore {
  const unique = world.properties.filter((property) => property.hasUniqueValue).map(({ name }) => name);
  const keys = new Set([...world.objectType.builtInKeys, ...unique]);
  return {
    objectType: world.objectType,
    properties: new PropertyTable(world.properties, world.groups),
    records: new RecordTable(world.records, [...keys]),
    search: new SearchIndex(world.records, { delayMaxMs: searchDelayMaxMs, isLive }),
    pipelines: world.pipelines,
  };
}

/** How late searches see a change, at most. */
export interface SearchDelays {
  readonly recordsMaxMs: number;
  readonly filesMaxMs: number;
}

/** A portal at work, holding a world's records. The world itself never changes. */
export function openPortal(world: World, seed: number, delays: SearchDelays): Portal {
  const byPathName = new Map(
    world.types.flatMap((type) => pathNamesOf(type.objectType).map((name) => [name, type] as const)),
  );
  const opened = new Map<ObjectTypeWorld, TypeStore>();
  const openOnce = (type: ObjectTypeWorld): TypeStore => {
    // Indexing thousands of records takes longer than most tests: only what is asked for is opened.
    const store = opened.get(type) ?? openTypeStore(type, delays.recordsMaxMs);
    opened.set(type, store);
    return store;
  };
  const associations = new AssociationTable(world.associationTypes);
  for (const link of world.links) associations.connect(link);
  return {
    account: world.account,
    objectTypes: world.types.map(({ objectType }) => objectType),
    owners: world.owners,
    associations,
    rules: world.rules,
    files: new FileStore(createIdSource(firstFileId, seed), delays.filesMaxMs),
    ids: createIdSource(firstRecordId, seed),
    findType: (pathName) => {
      const type = byPathName.get(pathName.toLowerCase());
      return type === undefined ? undefined : openOnce(type);
    },
  };
}
