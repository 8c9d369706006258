import { Button, Flex, TableCell, TableRow, Text } from '@hubspot/ui-extensions';
import type { CellFix } from '@bulk-records/core';

import { say } from '../copy/say.ts';
import { PagedTable } from './PagedTable.tsx';

/** One text of one column, and what stands in for it. */
export interface MadeFix {
  readonly columnIndex: number;
  readonly raw: string;
  readonly fix: CellFix;
}

interface FixListProps {
  readonly fixes: readonly MadeFix[];
  /** The column, the cell and what it is now, in words. */
  readonly describe: (made: MadeFix) => { readonly cell: string; readonly now: string };
  readonly onUndo: (columnIndex: number, raw: string) => void;
  readonly onUndoAll: () => void;
}

const FIXES_PER_PAGE = 5;

/** The fixes that were made, each to be taken back alone or all at once. */
export function FixList({ fixes, describe, onUndo, onUndoAll }: FixListProps) {
  if (fixes.length === 0) return null;
  return (
    <Flex direction="column" gap="sm">
      <Flex direction="row" gap="sm" align="center">
        <Text testId="fixes-made">{say('flow.fixesMade', { count: fixes.length })}</Text>
        <Button testId="undo-fixes" size="xs" onClick={onUndoAll}>
          {say('flow.undoFixes')}
        </Button>
      </Flex>
      <PagedTable
        testId="fixes"
        rows={fixes}
        rowsPerPage={FIXES_PER_PAGE}
        heads={[say('flow.fixedCell'), say('flow.fixedAs'), { label: say('flow.undoFix'), width: 100 }]}
      >
        {(made, slot) => {
          const { cell, now } = describe(made);
          return (
            <TableRow key={`${made.columnIndex} ${made.raw}`}>
              <TableCell>{cell}</TableCell>
              <TableCell>{now}</TableCell>
              <TableCell>
                <Button
                  testId={`undo-fix-${slot}`}
                  size="xs"
                  onClick={() => {
                    onUndo(made.columnIndex, made.raw);
                  }}
                >
                  {say('flow.undoFix')}
                </Button>
              </TableCell>
            </TableRow>
          );
        }}
      </PagedTable>
    </Flex>
  );
}
