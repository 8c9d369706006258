import { AutoGrid, TableCell, TableRow } from '@hubspot/ui-extensions';
import type { ReactNode } from 'react';

/** Narrow enough for two beside each other in the panel, wide enough for a field. */
const PART_PX = 180;

/** A row of a table whose parts stand side by side, or one below the other where the panel is narrow. */
export function SideBySide({ children }: { readonly children: ReactNode }) {
  return (
    <TableRow>
      <TableCell>
        <AutoGrid columnWidth={PART_PX} flexible={true} gap="sm">
          {children}
        </AutoGrid>
      </TableCell>
    </TableRow>
  );
}
