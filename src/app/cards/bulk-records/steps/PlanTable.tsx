import { Button, StatusTag, TableCell, TableRow, Text, type StatusTagProps } from '@hubspot/ui-extensions';
import { useMemo, useState } from 'react';
import type { Plan, PlanCounts, PlannedKind, PlannedRow } from '@bulk-records/core';

import { say } from '../copy/say.ts';
import { formatCount } from '../copy/numbers.ts';
import { summariseRow } from '../copy/plan-words.ts';

import { CellChanges } from './CellChanges.tsx';
import { FilterButtons } from './FilterButtons.tsx';
import { PagedTable } from './PagedTable.tsx';

const TAG_VARIANTS: Readonly<Record<PlannedKind, NonNullable<StatusTagProps['variant']>>> = {
  create: 'success',
  update: 'info',
  archive: 'warning',
  unchanged: 'default',
  blocked: 'danger',
  duplicate: 'default',
  missing: 'danger',
  unread: 'danger',
};

interface PlanTableProps {
  readonly plan: Plan;
  readonly counts: PlanCounts;
  readonly kinds: readonly PlannedKind[];
  readonly labelOf: (property: string) => string;
}

/** Every row of the plan, a page at a time; the counts are its filters. */
export function PlanTable({ plan, counts, kinds, labelOf }: PlanTableProps) {
  const [filter, setFilter] = useState<PlannedKind | null>(null);
  // A fix may empty the kind that is looked at.
  const shownKind = filter !== null && counts[filter] > 0 ? filter : null;
  const rows = useMemo(
    () => (shownKind === null ? plan.rows : plan.rows.filter(({ kind }) => kind === shownKind)),
    [plan, shownKind],
  );
  return (
    <>
      <FilterButtons
        filters={kinds.map((kind) => ({
          kind,
          label: say('flow.filterSome', { name: say(`planned.${kind}`), count: counts[kind] }),
        }))}
        allLabel={say('flow.filterAll', { count: plan.rows.length })}
        chosen={shownKind}
        onChoose={setFilter}
      />
      <PlannedRows key={shownKind ?? 'all'} plan={plan} rows={rows} labelOf={labelOf} />
    </>
  );
}

interface PlannedRowsProps extends Pick<PlanTableProps, 'plan' | 'labelOf'> {
  readonly rows: readonly PlannedRow[];
}

function PlannedRows({ plan, rows, labelOf }: PlannedRowsProps) {
  const [openSlot, setOpenSlot] = useState<number | null>(null);
  return (
    <PagedTable
      testId="plan-rows"
      rows={rows}
      heads={[
        { label: say('review.row'), width: 'min' },
        say('review.key'),
        { label: say('review.plan'), width: 'min' },
        { label: say('review.change'), width: 'max' },
        { label: say('review.details'), width: 'min' },
      ]}
    >
      {/* Keyed by place: on another page the same lines only change their texts. */}
      {(row, place) => (
        <PlannedLine
          key={place}
          row={row}
          place={place}
          plan={plan}
          labelOf={labelOf}
          isOpen={row.slot === openSlot}
          onToggle={setOpenSlot}
        />
      )}
    </PagedTable>
  );
}

interface PlannedLineProps extends Pick<PlanTableProps, 'plan' | 'labelOf'> {
  readonly row: PlannedRow;
  readonly place: number;
  readonly isOpen: boolean;
  /** Null closes. */
  readonly onToggle: (slot: number | null) => void;
}

function PlannedLine({ row, place, plan, labelOf, isOpen, onToggle }: PlannedLineProps) {
  return (
    <>
      <TableRow>
        <TableCell>{formatCount(row.rowNumber)}</TableCell>
        <TableCell>
          <Text truncate={{ maxWidth: 180 }}>{row.key ?? say('flow.tooLittle')}</Text>
        </TableCell>
        <TableCell>
          <StatusTag variant={TAG_VARIANTS[row.kind]}>{say(`planned.${row.kind}`)}</StatusTag>
        </TableCell>
        <TableCell>{summariseRow(row, plan, labelOf)}</TableCell>
        <TableCell>
          {hasCells(row) && (
            <Button
              testId={`open-row-${place}`}
              size="xs"
              variant="transparent"
              onClick={() => {
                onToggle(isOpen ? null : row.slot);
              }}
            >
              {isOpen ? say('review.hide') : say('review.show')}
            </Button>
          )}
        </TableCell>
      </TableRow>
      {isOpen && (
        <TableRow>
          <TableCell colSpan={5}>
            <CellChanges row={row} plan={plan} labelOf={labelOf} />
          </TableCell>
        </TableRow>
      )}
    </>
  );
}

function hasCells(row: PlannedRow): boolean {
  if (row.associations !== undefined || row.unresolved !== undefined || row.held?.length) return true;
  return row.kind === 'create' || row.kind === 'update' || (row.kind === 'unchanged' && row.kept.length > 0);
}
