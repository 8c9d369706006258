import { Button, Link, StatusTag, TableCell, TableRow, Text } from '@hubspot/ui-extensions';
import type { StatusTagProps } from '@hubspot/ui-extensions';
import type { Outcome, OutcomeKind } from '@bulk-records/core';

import { say } from '../copy/say.ts';
import { formatCount } from '../copy/numbers.ts';

import { PagedTable } from './PagedTable.tsx';
import type { RecordReference } from './record-link.ts';
import type { RunWords } from './row-words.ts';

const TAG_VARIANTS: Readonly<Record<OutcomeKind, NonNullable<StatusTagProps['variant']>>> = {
  created: 'success',
  updated: 'success',
  unchanged: 'default',
  archived: 'success',
  rejected: 'danger',
  conflict: 'danger',
  skipped: 'warning',
  'not-sent': 'warning',
  unknown: 'warning',
};

/** What may be chosen about conflicts, row by row. */
export interface ConflictChoices {
  readonly slots: ReadonlySet<number>;
  readonly asUpdates: ReadonlySet<number>;
  readonly onSettle: (slot: number, isUpdate: boolean) => void;
}

interface OutcomeTableProps {
  readonly outcomes: readonly Outcome[];
  readonly words: RunWords;
  readonly conflicts: ConflictChoices | null;
}

/** One line per row: where it stands in the input, what became of it, the record, and what to do. */
export function OutcomeTable({ outcomes, words, conflicts }: OutcomeTableProps) {
  if (outcomes.length === 0) return <Text>{say('flow.nothingInFilter')}</Text>;
  return (
    <PagedTable
      testId="outcomes"
      rows={outcomes}
      heads={[
        { label: say('flow.rowHeader'), width: 'min' },
        say('flow.keyColumn'),
        { label: say('flow.outcomeColumn'), width: 'min' },
        { label: say('flow.recordColumn'), width: 170 },
        { label: say('flow.reasonColumn'), width: 'max' },
      ]}
    >
      {(outcome, slot) => (
        <TableRow key={slot}>
          <TableCell>{formatCount(outcome.rowNumber)}</TableCell>
          <TableCell>
            <Text truncate={{ maxWidth: 180 }}>{outcome.key ?? say('flow.tooLittle')}</Text>
          </TableCell>
          <TableCell>
            <StatusTag variant={TAG_VARIANTS[outcome.kind]}>{say(`outcome.${outcome.kind}`)}</StatusTag>
          </TableCell>
          <TableCell>
            <RecordLink record={words.recordOf(outcome)} />
          </TableCell>
          <TableCell>
            {words.reasonOf(outcome)}
            <ConflictChoice conflicts={conflicts} slot={outcome.slot} place={slot} />
          </TableCell>
        </TableRow>
      )}
    </PagedTable>
  );
}

interface ConflictChoiceProps {
  readonly conflicts: ConflictChoices | null;
  readonly slot: number;
  readonly place: number;
}

/** The record is there already: it may be updated instead. */
function ConflictChoice({ conflicts, slot, place }: ConflictChoiceProps) {
  if (conflicts?.slots.has(slot) !== true) return null;
  const isUpdate = conflicts.asUpdates.has(slot);
  return (
    <Button
      testId={`update-row-${place}`}
      size="xs"
      onClick={() => {
        conflicts.onSettle(slot, !isUpdate);
      }}
    >
      {isUpdate ? say('repair.doNotUpdate') : say('repair.updateInstead')}
    </Button>
  );
}

function RecordLink({ record }: { readonly record: RecordReference | null }) {
  if (record === null) return <Text>{say('flow.tooLittle')}</Text>;
  return <Link href={{ url: record.url, external: true }}>{record.id}</Link>;
}
