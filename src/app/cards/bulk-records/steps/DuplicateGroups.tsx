import { Button, Flex, Heading, Select, TableCell, TableRow, Text } from '@hubspot/ui-extensions';
import { useMemo, useState } from 'react';
import {
  DUPLICATE_CHOICES,
  type DraftRecord,
  type DuplicateChoice,
  type DuplicateGroup,
  type Plan,
} from '@bulk-records/core';
import { say } from '../copy/say.ts';
import { listSome } from '../copy/numbers.ts';

import { DuplicateRows } from './DuplicateRows.tsx';
import { PagedTable } from './PagedTable.tsx';

interface DuplicateGroupsProps {
  readonly plan: Plan;
  readonly drafts: readonly DraftRecord[];
  readonly otherwise: DuplicateChoice;
  readonly labelOf: (property: string) => string;
  readonly onSettle: (choice: DuplicateChoice, groupId: string | null) => void;
}

const GROUPS_PER_PAGE = 10;

/** Rows about one record, and which of them is written: one choice for all, and one per group. */
export function DuplicateGroups({ plan, drafts, otherwise, labelOf, onSettle }: DuplicateGroupsProps) {
  const [openId, setOpenId] = useState<string | null>(null);
  const { duplicates } = plan;
  if (duplicates.length === 0) return null;
  return (
    <Flex direction="column" gap="sm" testId="duplicates">
      <Heading>{say('review.duplicatesTitle', { count: duplicates.length })}</Heading>
      <ChoiceSelect
        testId="duplicates-all"
        label={say('review.duplicatesLabel')}
        choice={otherwise}
        onChoose={(choice) => {
          onSettle(choice, null);
        }}
      />
      <PagedTable
        testId="duplicate-groups"
        rows={duplicates}
        rowsPerPage={GROUPS_PER_PAGE}
        heads={[
          say('review.key'),
          say('review.duplicateRows'),
          { label: say('review.duplicateChoice'), width: 280 },
          { label: say('review.details'), width: 'min' },
        ]}
      >
        {(group, place) => (
          <GroupLine
            key={place}
            group={group}
            place={place}
            isOpen={group.id === openId}
            onToggle={setOpenId}
            plan={plan}
            drafts={drafts}
            labelOf={labelOf}
            onSettle={onSettle}
          />
        )}
      </PagedTable>
    </Flex>
  );
}

interface GroupLineProps extends Omit<DuplicateGroupsProps, 'otherwise'> {
  readonly group: DuplicateGroup;
  readonly place: number;
  readonly isOpen: boolean;
  /** Null closes. */
  readonly onToggle: (groupId: string | null) => void;
}

function GroupLine({ group, place, isOpen, onToggle, onSettle, ...shown }: GroupLineProps) {
  return (
    <>
      <TableRow>
        <TableCell>
          <Text truncate={{ maxWidth: 200 }}>{group.key}</Text>
        </TableCell>
        <TableCell>{listSome(group.rowNumbers)}</TableCell>
        <TableCell>
          <ChoiceSelect
            testId={`duplicates-${place}`}
            label={say('review.duplicateChoiceOf', { key: group.key })}
            choice={group.choice}
            onChoose={(choice) => {
              onSettle(choice, group.id);
            }}
          />
        </TableCell>
        <TableCell>
          <Button
            testId={`compare-${place}`}
            size="xs"
            variant="transparent"
            onClick={() => {
              onToggle(isOpen ? null : group.id);
            }}
          >
            {isOpen ? say('review.hide') : say('review.compare')}
          </Button>
        </TableCell>
      </TableRow>
      {isOpen && <OpenGroup group={group} {...shown} />}
    </>
  );
}

interface OpenGroupProps extends Pick<DuplicateGroupsProps, 'plan' | 'drafts' | 'labelOf'> {
  readonly group: DuplicateGroup;
}

function OpenGroup({ group, plan, drafts, labelOf }: OpenGroupProps) {
  const rows = useMemo(() => drafts.filter(({ slot }) => group.slots.includes(slot)), [drafts, group]);
  return (
    <TableRow>
      <TableCell colSpan={4}>
        <DuplicateRows group={group} rows={rows} plan={plan} labelOf={labelOf} />
      </TableCell>
    </TableRow>
  );
}

interface ChoiceSelectProps {
  readonly testId: string;
  readonly label: string;
  readonly choice: DuplicateChoice;
  readonly onChoose: (choice: DuplicateChoice) => void;
}

function ChoiceSelect({ testId, label, choice, onChoose }: ChoiceSelectProps) {
  return (
    <Select
      testId={testId}
      name={testId}
      label={label}
      value={choice}
      options={DUPLICATE_CHOICES.map((each) => ({ label: say(`duplicate.${each}`), value: each }))}
      onChange={(chosen) => {
        const found = DUPLICATE_CHOICES.find((each) => each === chosen);
        if (found) onChoose(found);
      }}
    />
  );
}
