import { Alert, Button, Checkbox, Flex, Text } from '@hubspot/ui-extensions';
import { useMemo } from 'react';
import { countAsked, groupIssues, unresolvedOf, type Plan } from '@bulk-records/core';
import { joinSentences } from '../copy/numbers.ts';
import { describeReadFailure } from '../copy/review-words.ts';
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
  const { toMake, held, unresolved } = useMemo(() => countAsked(plan), [plan]);
  const groups = useMemo(() => groupIssues(plan.rows.map(openIn)), [plan]);
  const names = useMemo(() => namesIn(state, plan), [state, plan]);
  const hasColumns = useMemo(() => associatedInForce(state).length > 0, [state]);
  const isUnread = groups.some(({ issue }) => issue.code === 'record-not-read');
  const { needsAllNamed } = state.association;
  const { lookup } = state;
  const unread = useMemo(() => countUnread(lookup), [lookup]);
  const readRest = () => {
    if (question !== null) actions.lookUp(question, 'told');
  };
  return (
    <Flex direction="column" gap="sm">
      {toMake + held + unresolved > 0 && (
        <Text testId="planned-associations">{describePlanned(toMake, held, unresolved)}</Text>
      )}
      {unread > 0 && question !== null && lookup.kind === 'read' && (
        <UnreadAssociations count={unread} lookup={lookup} onRead={readRest} />
      )}
      {groups.length > 0 && (
        <>
          <Alert testId="open-associations" variant="warning" title={say('association.openTitle')}>
            <Text>{say('association.openBody')}</Text>
            {isUnread && question !== null && (
              <Button testId="read-names" size="sm" onClick={readRest}>
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

function describePlanned(toMake: number, held: number, unresolved: number): string {
  return joinSentences([
    say('association.planned', { count: toMake }),
    held === 0 ? '' : say('association.held', { count: held }),
    unresolved === 0 ? '' : say('association.leftOpen', { count: unresolved }),
  ]);
}

type Lookup = FlowProps['state']['lookup'];

function countUnread(lookup: Lookup): number {
  return lookup.kind === 'read'
    ? [...lookup.held.values()].filter(({ kind }) => kind === 'unread').length
    : 0;
}

interface UnreadAssociationsProps {
  readonly count: number;
  readonly lookup: Extract<Lookup, { kind: 'read' }>;
  readonly onRead: () => void;
}

/** Nothing is lost by it but the word beforehand: the run reads once more. */
function UnreadAssociations({ count, lookup: { failure }, onRead }: UnreadAssociationsProps) {
  return (
    <Alert testId="unread-associations" variant="info" title={say('association.unreadTitle', { count })}>
      <Text>
        {joinSentences([
          failure === null ? '' : `${describeReadFailure(failure).title}.`,
          say('association.unreadBody'),
        ])}
      </Text>
      <Button testId="read-associations" size="sm" onClick={onRead}>
        {say('review.readRest')}
      </Button>
    </Alert>
  );
}

function openIn(row: Plan['rows'][number]) {
  return { rowNumber: row.rowNumber, issues: unresolvedOf(row).flatMap(({ issue }) => issue ?? []) };
}
