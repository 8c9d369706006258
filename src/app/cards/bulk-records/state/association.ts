import {
  abilitiesOf,
  type ApiVersion,
  type LabelledType,
  type ObjectAbilities,
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
  /** Null until somebody wants to associate. */
  readonly types: Loadable<readonly LabelledType[]> | null;
}

export const NO_ASSOCIATION: AssociationChoice = { isWanted: false, typeName: null, types: null };

export type AssociationEvent =
  | { readonly kind: 'association-wanted'; readonly isWanted: boolean }
  | { readonly kind: 'association-type-chosen'; readonly typeName: string }
  | {
      readonly kind: 'association-types-loaded';
      readonly objectType: string;
      readonly types: Loadable<readonly LabelledType[]>;
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
    event.kind === 'association-types-loaded'
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
    case 'association-types-loaded':
      return event.objectType === target.objectType ? { ...association, types: event.types } : association;
  }
}

export function nameOfType(type: Pick<LabelledType, 'associationCategory' | 'associationTypeId'>): string {
  return `${type.associationCategory}:${String(type.associationTypeId)}`;
}

/** The type in force: the chosen one, else the plain one, else the first. */
export function typeInForce({ types, typeName }: AssociationChoice): LabelledType | null {
  if (types?.kind !== 'loaded') return null;
  const chosen = types.value.find((type) => nameOfType(type) === typeName);
  return chosen ?? types.value.find(({ label }) => label === null) ?? types.value[0] ?? null;
}

/** What the plan associates every record with. */
export function associationsInForce({
  association,
  openRecord,
  target,
}: AssociationScope): readonly PlannedAssociation[] {
  const type = association.isWanted && target.operation !== 'archive' ? typeInForce(association) : null;
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

/** What a new record has to be associated with and is not; null where nothing is missing. */
export function missingAssociation(state: AssociationScope): ObjectAbilities | null {
  const abilities = abilitiesOf(state.target.objectType);
  const needed = abilities?.requiredAssociations ?? [];
  if (abilities === undefined || needed.length === 0 || state.target.operation !== 'create') return null;
  return associationsInForce(state).some(({ toObjectType }) => needed.includes(toObjectType))
    ? null
    : abilities;
}

export interface AssociationActions {
  readonly wantAssociation: (isWanted: boolean) => void;
  readonly chooseAssociationType: (typeName: string) => void;
  readonly loadAssociationTypes: () => void;
}

interface AssociationScene {
  readonly options: {
    readonly ports: Pick<CardPorts, 'associateRecords'>;
    readonly settings: { workMs: number };
  };
  readonly dispatch: (event: AssociationEvent) => void;
  readonly current: () => AssociationScope & { readonly apiVersion: ApiVersion };
}

export function associationActions({ options, dispatch, current }: AssociationScene): AssociationActions {
  const load = async (): Promise<void> => {
    const { target, openRecord, apiVersion } = current();
    const { objectType } = target;
    if (openRecord === null) return;
    dispatch({ kind: 'association-types-loaded', objectType, types: { kind: 'loading' } });
    const answer = await options.ports.associateRecords({
      operation: 'list-types',
      apiVersion,
      fromObjectType: objectType,
      toObjectType: openRecord.objectType,
      workMs: options.settings.workMs,
    });
    const types = toLoadable(answer, ({ result }) => (result.kind === 'types' ? result.types : []));
    dispatch({ kind: 'association-types-loaded', objectType, types });
  };
  return {
    wantAssociation: (isWanted) => {
      dispatch({ kind: 'association-wanted', isWanted });
      if (isWanted && current().association.types === null) void load();
    },
    chooseAssociationType: (typeName) => {
      dispatch({ kind: 'association-type-chosen', typeName });
    },
    loadAssociationTypes: () => void load(),
  };
}
