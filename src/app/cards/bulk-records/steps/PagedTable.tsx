import {
  Table,
  TableBody,
  TableHead,
  TableHeader,
  TableRow,
  type TableHeaderProps,
} from '@hubspot/ui-extensions';
import { useState, type ReactNode } from 'react';

/** Every shown row costs messages to the page; 25 stay under a frame. */
const ROWS_PER_PAGE = 25;

/** Of a column: its label, and its width where that is not left to the table. */
type Head = string | { readonly label: string; readonly width: NonNullable<TableHeaderProps['width']> };

interface PagedTableProps<Row> {
  readonly testId: string;
  readonly rows: readonly Row[];
  readonly rowsPerPage?: number;
  readonly heads: readonly Head[];
  /** A line; `place` counts on its page. */
  readonly children: (row: Row, place: number) => ReactNode;
}

/** A table that shows a page of its rows; the page is kept inside what there is. */
export function PagedTable<Row>({
  testId,
  rows,
  rowsPerPage = ROWS_PER_PAGE,
  heads,
  children,
}: PagedTableProps<Row>) {
  const [page, setPage] = useState(1);
  const pageCount = Math.max(Math.ceil(rows.length / rowsPerPage), 1);
  const shownPage = Math.min(page, pageCount);
  const pages =
    pageCount === 1 ? {} : ({ paginated: true, page: shownPage, pageCount, onPageChange: setPage } as const);
  return (
    <Table testId={testId} density="condensed" bordered={true} {...pages}>
      <TableHead>
        <TableRow>
          {heads.map((head, column) =>
            typeof head === 'string' ? (
              <TableHeader key={column}>{head}</TableHeader>
            ) : (
              <TableHeader key={column} width={head.width}>
                {head.label}
              </TableHeader>
            ),
          )}
        </TableRow>
      </TableHead>
      <TableBody>
        {rows.slice((shownPage - 1) * rowsPerPage, shownPage * rowsPerPage).map(children)}
      </TableBody>
    </Table>
  );
}
