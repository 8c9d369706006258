import { Alert, Flex, LoadingSpinner, Select, Text } from '@hubspot/ui-extensions';
import { useEffect, useMemo } from 'react';
import type { ColumnMapping, ObjectTypeDescription, OfferedObjectType, Table } from '@bulk-records/core';
import { say } from '../copy/say.ts';
import { describeMatchProblem } from '../copy/flow-words.ts';
import { listSome } from '../copy/numbers.ts';
import { nameOfObject } from '../copy/object-words.ts';
import { describeWork } from '../copy/progress-words.ts';
import { openRecordChoice } from '../state/association.ts';
import { unknownTypes } from '../state/association-columns.ts';
import {
  findAssociationProblem,
  findMatchProblem,
  keyInForce,
  keysFor,
  mapTable,
  openColumnsOf,
  tableOf,
} from '../state/selections.ts';
import { headerOf } from './column-name.ts';
import { AssociationChoice } from './AssociationChoice.tsx';
import { ColumnTable } from './ColumnTable.tsx';
import type { FlowProps } from './flow-props.ts';
import { FormatQuestions } from './FormatQuestions.tsx';
import { LoadProblem } from './LoadProblem.tsx';
import { MappingFile } from './MappingFile.tsx';
import { MappingMemory } from './MappingMemory.tsx';
import type { Policies } from './PolicySelect.tsx';
import { RunDescription } from './RunDescription.tsx';
import { TargetChoices } from './TargetChoices.tsx';
import { useWork } from './use-work.ts';

interface MatchStepProps extends FlowProps {
  readonly copyText: (text: string) => Promise<void>;
}

export function MatchStep({ state, actions, copyText }: MatchStepProps) {
  const { description } = state;
  const table = tableOf(state);
  return (
    <Flex direction="column" gap="md">
      {state.selection === null && <ObjectChoice state={state} actions={actions} />}
      {description.kind === 'loading' && (
        <LoadingSpinner label={say('flow.loadingProperties')} showLabel={true} />
      )}
      {description.kind === 'failed' && (
        <LoadProblem
          testId="properties-failed"
          failure={description.failure}
          onRetry={actions.reloadDescription}
        />
      )}
      {description.kind === 'loaded' && table && (
        <>
          <MappingMemory state={state} actions={actions} />
          <MatchChoices state={state} actions={actions} description={description.value} table={table} />
          {state.selection?.hasSheet !== false && (
            <MappingFile state={state} actions={actions} copyText={copyText} />
          )}
        </>
      )}
    </Flex>
  );
}

function ObjectChoice({ state, actions }: FlowProps) {
  const { objectTypes } = state;
  return (
    <>
      {objectTypes.kind === 'loading' && (
        <LoadingSpinner label={say('flow.loadingObjects')} showLabel={true} />
      )}
      {objectTypes.kind === 'failed' && (
        <LoadProblem testId="object-types-failed" failure={objectTypes.failure} onRetry={actions.load} />
      )}
      {objectTypes.kind === 'loaded' && (
        <Select
          testId="object-type"
          name="object-type"
          label={say('flow.objectLabel')}
          value={state.target.objectType}
          options={objectTypes.value.map(({ pluralLabel, objectType }) => ({
            label: nameOfObject(objectType, pluralLabel),
            value: objectType,
          }))}
          onChange={(objectType) => {
            actions.chooseObjectType(String(objectType));
          }}
        />
      )}
      {state.missingScopes.length > 0 && (
        <Text variant="microcopy" testId="missing-scopes">
          {say('flow.customObjectsHidden', { scopes: state.missingScopes.join(', ') })}
        </Text>
      )}
    </>
  );
}

interface MatchChoicesProps extends FlowProps {
  readonly description: ObjectTypeDescription;
  readonly table: Table;
}

function MatchChoices({ state, actions, description, table }: MatchChoicesProps) {
  const { target, columnChoices, decisions, timeZone } = state;
  const mappings = useMemo(
    () => mapTable(table, description, columnChoices),
    [table, description, columnChoices],
  );
  const openColumns = useOpenColumns({ state, actions }, table, mappings);
  const key = keyInForce(target, description, mappings);
  const keyLabel = description.keys.find(({ property }) => property === key)?.label ?? null;
  useRelated({ state, actions }, mappings);
  const problem = findMatchProblem(target, description, mappings) ?? findAssociationProblem(state, mappings);
  const leftOut = mappings.filter(({ kind }) => kind === 'unmapped').map(({ column }) => headerOf(column));
  return (
    <Flex direction="column" gap="md">
      <TargetChoices
        state={state}
        actions={actions}
        keys={keysFor(description, target.operation)}
        keyProperty={key}
      />
      <AssociationChoice state={state} actions={actions} mappings={mappings} />
      <RunDescription state={state} operation={target.operation} keyLabel={keyLabel} />
      {problem && <Alert testId="match-problem" variant="warning" title={describeMatchProblem(problem)} />}
      {openColumns.progress && <Text testId="formats-progress">{describeWork(openColumns.progress)}</Text>}
      <FormatQuestions openColumns={openColumns.columns} onChoose={actions.chooseFormat} />
      <ColumnTable
        table={table}
        mappings={mappings}
        properties={description.properties}
        objectTypes={state.objectTypes.kind === 'loaded' ? state.objectTypes.value : NO_TYPES}
        association={state.association}
        policies={policiesOf({ state, actions }, key)}
        decisions={decisions}
        timeZone={timeZone}
        actions={actions}
      />
      {leftOut.length > 0 && (
        <Text testId="left-out-columns" variant="microcopy">
          {say('flow.unmapped', { names: listSome(leftOut), count: leftOut.length })}
        </Text>
      )}
    </Flex>
  );
}

/**
 * The columns to ask about; that takes a look at every cell of a date or number column. While it is looked again,
 * questions that have their answer go and the others stay.
 */
function useOpenColumns(
  { state: { decisions, timeZone }, actions }: FlowProps,
  table: Table,
  mappings: readonly ColumnMapping[],
) {
  const start = useMemo(
    () => () => openColumnsOf(table, mappings, { decisions, timeZone }),
    [table, mappings, decisions, timeZone],
  );
  const { value, latest, progress } = useWork(start, actions.work);
  const known = (latest ?? []).filter(({ target }) => !decisions.formats.has(target.columnIndex));
  return { columns: value ?? known, progress };
}

const NO_TYPES: readonly OfferedObjectType[] = [];

/** Reads how records can be associated, wherever a column or the choice about the open record asks for it. */
function useRelated(
  { state: { association, openRecord }, actions }: FlowProps,
  mappings: readonly ColumnMapping[],
): void {
  const { loadAssociationTypes, describeRelated } = actions;
  useEffect(() => {
    const unknown = unknownTypes(mappings, association);
    const open = openRecordChoice({ association, openRecord });
    const isOpenUnknown = open !== null && !association.types.has(open.objectType);
    const types = isOpenUnknown ? [open.objectType, ...unknown.types] : unknown.types;
    for (const type of new Set(types)) loadAssociationTypes(type);
    for (const type of unknown.related) describeRelated(type);
  }, [mappings, association, openRecord, loadAssociationTypes, describeRelated]);
}

/** Only an existing record has a value that could be written over. */
function policiesOf({ state, actions }: FlowProps, keyProperty: string | null): Policies | null {
  const { operation } = state.target;
  if (operation === 'create' || operation === 'archive') return null;
  return { byColumn: state.decisions.policies, keyProperty, onChoose: actions.choosePolicy };
}
