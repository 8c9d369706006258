import {
  abilitiesOf,
  type ApiVersion,
  type LabelledType,
  type NamedBy,
  type ObjectAbilities,
  type ObjectTypeDescription,
  type OpenRecordChoice,
  type Operation,
  type PlannedAssociation,
} from '@bulk-records/core';
import type { CardPorts } from '../ports/card-ports.ts';
import { toLoadable, type Loadable } from './loadable.ts';

/** The record whose page the card stands on; on a page of its own or in a list it stands on none. */
export interface OpenRecord {
  readonly objectType: string;
  readonly recordId: string;
}

/** Whether the rows' records are to be associated with the open record, and by which type. */
export interface AssociationChoice {
  readonly isWanted: boolean;
  /** The chosen type, as `nameOfType` names it; null: the plain one. */
  readonly typeName: string | null;
  /** By the type of the other records: the ways to associate with them. Absent until somebody wants to. */
  readonly types: ReadonlyMap<string, Loadable<readonly LabelledType[]>>;
  /** What those types are, where a column names their records. */
  readonly related: ReadonlyMap<string, Loadable<ObjectTypeDescription>>;
  /** Rows of which not all named records are found are left out; else they are written without those. */
  readonly needsAllNamed: boolean;
}

export const NO_ASSOCIATION: AssociationChoice = {
  isWanted: false,
  typeName: null,
  types: new Map(),
  related: new Map(),
  needsAllNamed: false,
};

export type AssociationEvent =
  | { readonly kind: 'association-wanted'; readonly isWanted: boolean }
  | { readonly kind: 'association-type-chosen'; readonly typeName: string }
  | { readonly kind: 'all-named-needed'; readonly isNeeded: boolean }
  | {
      readonly kind: 'association-types-loaded';
      readonly objectType: string;
      readonly toObjectType: string;
      readonly types: Loadable<readonly LabelledType[]>;
    }
  | {
      readonly kind: 'related-described';
      readonly toObjectType: string;
      readonly description: Loadable<ObjectTypeDescription>;
    };

/** What of the flow associations follow from. */
interface AssociationScope {
  readonly association: AssociationChoice;
  readonly openRecord: OpenRecord | null;
  readonly target: { readonly objectType: string; readonly operation: Operation };
}

export function isAboutAssociation(event: { readonly kind: string }): event is AssociationEvent {
  return (
    event.kind === 'association-wanted' ||
    event.kind === 'association-type-chosen' ||
    event.kind === 'all-named-needed' ||
    event.kind === 'association-types-loaded' ||
    event.kind === 'related-described'
  );
}

export function reduceAssociation(
  { association, target }: Pick<AssociationScope, 'association' | 'target'>,
  event: AssociationEvent,
): AssociationChoice {
  switch (event.kind) {
    case 'association-wanted':
      return { ...association, isWanted: event.isWanted };
    case 'association-type-chosen':
      return { ...association, typeName: event.typeName };
    case 'all-named-needed':
      return { ...association, needsAllNamed: event.isNeeded };
    case 'association-types-loaded':
      if (event.objectType !== target.objectType) return association;
      return { ...association, types: new Map(association.types).set(event.toObjectType, event.types) };
    case 'related-described':
      return {
        ...association,
        related: new Map(association.related).set(event.toObjectType, event.description),
      };
  }
}

export function nameOfType(type: Pick<LabelledType, 'associationCategory' | 'associationTypeId'>): string {
  return `${type.associationCategory}:${String(type.associationTypeId)}`;
}

/** The type in force among those with records of a type: the chosen one, else the plain one, else the first. */
export function typeInForce(
  { types }: Pick<AssociationChoice, 'types'>,
  { objectType, typeName }: OpenRecordChoice,
): LabelledType | null {
  const loaded = types.get(objectType);
  if (loaded?.kind !== 'loaded') return null;
  const chosen = loaded.value.find((type) => nameOfType(type) === typeName);
  return chosen ?? loaded.value.find(({ label }) => label === null) ?? loaded.value[0] ?? null;
}

/** What is to be remembered about the open record; null where the records are not associated with it. */
export function openRecordChoice({
  association: { isWanted, typeName },
  openRecord,
}: Pick<AssociationScope, 'association' | 'openRecord'>): OpenRecordChoice | null {
  return isWanted && openRecord !== null ? { objectType: openRecord.objectType, typeName } : null;
}

/** What the plan associates every record with. */
export function associationsInForce({
  association,
  openRecord,
  target,
}: AssociationScope): readonly PlannedAssociation[] {
  const choice = target.operation === 'archive' ? null : openRecordChoice({ association, openRecord });
  const type = choice === null ? null : typeInForce(association, choice);
  if (type === null || openRecord === null) return [];
  const { associationCategory, associationTypeId } = type;
  return [
    {
      toObjectType: openRecord.objectType,
      toId: openRecord.recordId,
      types: [{ associationCategory, associationTypeId }],
    },
  ];
}

/** What a new record has to be associated with and no choice or column says; null where nothing is missing. */
export function missingAssociation(
  state: AssociationScope,
  columns: readonly Pick<NamedBy, 'objectType'>[],
): ObjectAbilities | null {
  const abilities = abilitiesOf(state.target.objectType);
  const needed = abilities?.requiredAssociations ?? [];
  if (abilities === undefined || needed.length === 0 || state.target.operation !== 'create') return null;
  const ofRows = columns.map(({ objectType }) => objectType);
  const ofAll = associationsInForce(state).map(({ toObjectType }) => toObjectType);
  return [...ofRows, ...ofAll].some((type) => needed.includes(type)) ? null : abilities;
}

export interface AssociationActions {
  readonly wantAssociation: (isWanted: boolean) => void;
  readonly chooseAssociationType: (typeName: string) => void;
  readonly needAllNamed: (isNeeded: boolean) => void;
  /** Reads how records can be associated with those of a type. */
  readonly loadAssociationTypes: (toObjectType: string) => void;
  /** Reads what a type is whose records a column names. */
  readonly describeRelated: (toObjectType: string) => void;
}

interface AssociationScene {
  readonly options: {
    readonly ports: Pick<CardPorts, 'associateRecords' | 'describeObjectType'>;
    readonly settings: { workMs: number };
  };
  readonly dispatch: (event: AssociationEvent) => void;
  readonly current: () => AssociationScope & { readonly apiVersion: ApiVersion };
}

export function associationActions({ options, dispatch, current }: AssociationScene): AssociationActions {
  const load = async (toObjectType: string): Promise<void> => {
    const { target, apiVersion } = current();
    const { objectType } = target;
    const about = { kind: 'association-types-loaded', objectType, toObjectType } as const;
    dispatch({ ...about, types: { kind: 'loading' } });
    const answer = await options.ports.associateRecords({
      operation: 'list-types',
      apiVersion,
      fromObjectType: objectType,
      toObjectType,
      workMs: options.settings.workMs,
    });
    const types = toLoadable(answer, ({ result }) => (result.kind === 'types' ? result.types : []));
    dispatch({ ...about, types });
  };
  const describe = async (toObjectType: string): Promise<void> => {
    const about = { kind: 'related-described', toObjectType } as const;
    dispatch({ ...about, description: { kind: 'loading' } });
    const answer = await options.ports.describeObjectType(toObjectType, current().apiVersion);
    dispatch({ ...about, description: toLoadable(answer, ({ description }) => description) });
  };
  return {
    wantAssociation: (isWanted) => {
      dispatch({ kind: 'association-wanted', isWanted });
    },
    chooseAssociationType: (typeName) => {
      dispatch({ kind: 'association-type-chosen', typeName });
    },
    needAllNamed: (isNeeded) => {
      dispatch({ kind: 'all-named-needed', isNeeded });
    },
    loadAssociationTypes: (toObjectType) => void load(toObjectType),
    describeRelated: (toObjectType) => void describe(toObjectType),
  };
}
