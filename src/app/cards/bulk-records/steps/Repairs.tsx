import { useMemo } from 'react';
import { groupIssues, issuesOf, type IssueGroup, type Plan } from '@bulk-records/core';
import { describeFix } from '../copy/choice-words.ts';
import { nameColumn } from '../copy/issue-words.ts';
import { spellOut } from '../copy/spell-out.ts';
import { associatedInForce, listFixes, tableOf, targetsInForce } from '../state/selections.ts';
import { headerOf } from './column-name.ts';
import { FixList, type MadeFix } from './FixList.tsx';
import type { FlowProps } from './flow-props.ts';
import { IssueGroups } from './IssueGroups.tsx';

interface RepairsProps extends FlowProps {
  readonly plan: Plan;
}

/** What is wrong with cells and rows, what repairs it, and what was repaired. */
export function Repairs({ state, actions, plan }: RepairsProps) {
  const groups = useMemo(() => groupIssues(leftOut(plan)), [plan]);
  return <RepairList state={state} actions={actions} groups={groups} properties={plan.properties} />;
}

interface RepairListProps extends FlowProps, Pick<Plan, 'properties'> {
  readonly groups: readonly IssueGroup[];
}

export function RepairList({ state, actions, groups, properties }: RepairListProps) {
  const names = useMemo(() => namesIn(state, { properties }), [state, properties]);
  const describe = ({ columnIndex, raw, fix }: MadeFix) => {
    const property = names.propertyOf(columnIndex);
    return {
      cell: `${nameColumn({ property, columnIndex, ...names.relatedOf(columnIndex) }, names)}: “${spellOut(raw)}”`,
      now: describeFix(fix, (value) => names.labelOfOption(property, value)),
    };
  };
  return (
    <>
      <IssueGroups
        groups={groups}
        labelOf={names.labelOf}
        headerOf={names.headerOf}
        optionsOf={names.optionsOf}
        onFix={actions.fixCells}
        onFormat={actions.chooseFormat}
      />
      <FixList
        fixes={listFixes(state)}
        describe={describe}
        onUndo={actions.undoFix}
        onUndoAll={actions.undoFixes}
      />
    </>
  );
}

/** Rows that are left out for a reason somebody may mend. */
function leftOut({ rows }: Plan) {
  return rows
    .filter(({ kind }) => kind === 'blocked' || kind === 'missing' || kind === 'unread')
    .map((row) => ({ rowNumber: row.rowNumber, issues: issuesOf(row) }));
}

/** What columns, properties and options are called. */
export function namesIn(state: FlowProps['state'], { properties }: Pick<Plan, 'properties'>) {
  const columns = tableOf(state)?.columns ?? [];
  const targets = new Map(targetsInForce(state).map((target) => [target.columnIndex, target.property.name]));
  const relatedTypes = new Map(
    associatedInForce(state).map(({ column, namedBy }) => [column.index, namedBy.objectType]),
  );
  const optionsOf = (property: string) =>
    properties.get(property)?.options.filter(({ hidden }) => !hidden) ?? [];
  return {
    labelOf: (property: string) => properties.get(property)?.label ?? property,
    /** Where a column names records: their type. */
    relatedOf: (columnIndex: number) => {
      const relatedType = relatedTypes.get(columnIndex);
      return relatedType === undefined ? {} : { relatedType };
    },
    propertyOf: (columnIndex: number) => targets.get(columnIndex) ?? '',
    headerOf: (columnIndex: number) => headerOf(columns[columnIndex] ?? { index: columnIndex, header: '' }),
    optionsOf,
    labelOfOption: (property: string, value: string) =>
      optionsOf(property).find((option) => option.value === value)?.label ?? value,
  };
}
