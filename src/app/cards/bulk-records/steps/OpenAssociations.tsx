import { Alert, Button, Checkbox, Flex, Text } from '@hubspot/ui-extensions';
import { useMemo } from 'react';
import { countAsked, groupIssues, unresolvedOf, type Plan } from '@bulk-records/core';
import { joinSentences } from '../copy/numbers.ts';
import { say } from '../copy/say.ts';
import type { FlowProps } from './flow-props.ts';
import { IssueTable } from './IssueGroups.tsx';
import { namesIn } from './Repairs.tsx';
import type { LookupQuestion } from '../state/lookup.ts';
import { associatedInForce } from '../state/selections.ts';

interface OpenAssociationsProps extends FlowProps {
  readonly plan: Plan;
  /** What HubSpot was asked; null where nothing was. */
  readonly question: LookupQuestion | null;
}

/** How many associations the plan makes, and which it cannot make although a cell names them; their rows are written. */
export function OpenAssociations({ state, actions, plan, question }: OpenAssociationsProps) {
  const { resolved, unresolved } = useMemo(() => countAsked(plan), [plan]);
  const groups = useMemo(() => groupIssues(plan.rows.map(openIn)), [plan]);
  const names = useMemo(() => namesIn(state, plan), [state, plan]);
  const hasColumns = useMemo(() => associatedInForce(state).length > 0, [state]);
  const isUnread = groups.some(({ issue }) => issue.code === 'record-not-read');
  const { needsAllNamed } = state.association;
  return (
    <Flex direction="column" gap="sm">
      {resolved + unresolved > 0 && (
        <Text testId="planned-associations">
          {joinSentences([
            say('association.planned', { count: resolved }),
            unresolved === 0 ? '' : say('association.leftOpen', { count: unresolved }),
          ])}
        </Text>
      )}
      {groups.length > 0 && (
        <>
          <Alert testId="open-associations" variant="warning" title={say('association.openTitle')}>
            <Text>{say('association.openBody')}</Text>
            {isUnread && question !== null && (
              <Button
                testId="read-names"
                size="sm"
                onClick={() => {
                  actions.lookUp(question, 'told');
                }}
              >
                {say('review.readRest')}
              </Button>
            )}
          </Alert>
          <IssueTable
            testId="open-association-groups"
            place="name-"
            groups={groups}
            labelOf={names.labelOf}
            headerOf={names.headerOf}
            optionsOf={names.optionsOf}
            onFix={actions.fixCells}
            onFormat={actions.chooseFormat}
          />
        </>
      )}
      {hasColumns && (groups.length > 0 || needsAllNamed) && (
        <Checkbox
          testId="need-all-named"
          name="need-all-named"
          checked={needsAllNamed}
          onChange={actions.needAllNamed}
        >
          {say('association.needAll')}
        </Checkbox>
      )}
    </Flex>
  );
}

function openIn(row: Plan['rows'][number]) {
  return { rowNumber: row.rowNumber, issues: unresolvedOf(row).flatMap(({ issue }) => issue ?? []) };
}
