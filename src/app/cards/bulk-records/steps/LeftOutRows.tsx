import { Text } from '@hubspot/ui-extensions';
import type { LeftOutGroup } from '@bulk-records/core';
import { describeIssueGroup } from '../copy/issue-words.ts';
import { say } from '../copy/say.ts';
import { ChosenFix, optionsToOffer, type RunFixProps } from './ChosenFix.tsx';
import { FaultTable } from './FaultTable.tsx';
import { FixControl, type FixableCell } from './FixControl.tsx';

interface LeftOutRowsProps extends RunFixProps {
  /** Of the table; its fixes bear it too. */
  readonly testId: keyof typeof TITLES;
  readonly groups: readonly LeftOutGroup[];
}

/** Rows that were left out, and names of rows that were written without the record they lead to. */
const TITLES = { 'left-out': 'repair.leftOutTitle', 'open-names': 'association.openTitle' } as const;

/** What kept rows out of the run, or records from being associated, one line for all equal cells; a missing key is its row's alone. */
export function LeftOutRows({ testId, groups, state, actions, run }: LeftOutRowsProps) {
  if (groups.length === 0) return null;
  const { properties } = run.plan;
  const names = {
    labelOf: (property: string) => properties.get(property)?.label ?? property,
    optionsOf: (property: string) => optionsToOffer(properties.get(property)),
  };
  return (
    <>
      <Text format={{ fontWeight: 'demibold' }}>{say(TITLES[testId])}</Text>
      <FaultTable
        testId={testId}
        head={say('flow.issueColumn')}
        groups={groups}
        lineOf={(group, slot) => ({
          key: group.id,
          words: describeIssueGroup({ issue: group.issue, count: group.slots.length }, names),
          rowNumbers: group.rowNumbers,
          count: group.slots.length,
          fix: <LeftOutFix {...{ group, state, actions, run }} slot={`${testId}-${slot}`} />,
        })}
      />
    </>
  );
}

interface LeftOutFixProps extends RunFixProps {
  readonly group: LeftOutGroup;
  readonly slot: string;
}

function LeftOutFix({ group, slot, state, actions, run }: LeftOutFixProps) {
  const { id, issue, property } = group;
  const { keyProperty, properties } = run.plan;
  const fix = state.repairs.fixes.get(id);
  if (fix !== undefined) {
    const isName = 'relatedType' in issue;
    return (
      <ChosenFix
        {...{ fix, slot, state, run }}
        property={isName ? null : property}
        onFix={(chosen) => {
          actions.fixFailed(id, chosen);
        }}
      />
    );
  }
  const cell: FixableCell =
    'columnIndex' in issue
      ? { ...issue, needsValue: issue.relatedType === undefined && property === keyProperty }
      : { property, raw: '', needsValue: true, candidates: [], expected: { kind: 'visible-text' } };
  return (
    <FixControl
      key={id}
      issue={cell}
      slot={slot}
      optionsOf={(name) => optionsToOffer(properties.get(name))}
      onFix={(chosen) => {
        actions.fixFailed(id, chosen);
      }}
    />
  );
}
