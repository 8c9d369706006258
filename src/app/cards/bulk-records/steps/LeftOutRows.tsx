import { Flex, Text } from '@hubspot/ui-extensions';
import type { LeftOutGroup } from '@bulk-records/core';
import { describeIssueGroup } from '../copy/issue-words.ts';
import { nameRows } from '../copy/repair-words.ts';
import { say } from '../copy/say.ts';
import { ChosenFix, optionsToOffer, type RunFixProps } from './ChosenFix.tsx';
import { FixControl, type FixableCell } from './FixControl.tsx';
import { PagedTable } from './PagedTable.tsx';
import { SideBySide } from './SideBySide.tsx';

const GROUPS_PER_PAGE = 10;
const ROWS_NAMED = 5;

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
      <PagedTable
        testId={testId}
        rows={groups}
        rowsPerPage={GROUPS_PER_PAGE}
        heads={[`${say('flow.issueColumn')} · ${say('flow.fixColumn')}`]}
      >
        {(group, slot) => (
          <SideBySide key={group.id}>
            <Flex direction="column" gap="flush">
              <Text>{describeIssueGroup({ issue: group.issue, count: group.slots.length }, names)}</Text>
              <Text variant="microcopy">
                {nameRows(group.rowNumbers.slice(0, ROWS_NAMED), group.slots.length)}
              </Text>
            </Flex>
            <LeftOutFix {...{ group, state, actions, run }} slot={`${testId}-${slot}`} />
          </SideBySide>
        )}
      </PagedTable>
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
