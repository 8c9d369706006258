import { Table } from '@hubspot/ui-extensions';
import { useState, type ReactNode } from 'react';

/** Every shown row costs messages to the page; 25 stay under a frame. */
const ROWS_PER_PAGE = 25;

interface PagedTableProps<Row> {
  readonly testId: string;
  readonly rows: readonly Row[];
  readonly rowsPerPage?: number;
  readonly children: (shown: readonly Row[]) => ReactNode;
}

/** A table that shows a page of its rows; the page is kept inside what there is. */
export function PagedTable<Row>({
  testId,
  rows,
  rowsPerPage = ROWS_PER_PAGE,
  children,
}: PagedTableProps<Row>) {
  const [page, setPage] = useState(1);
  const pageCount = Math.max(Math.ceil(rows.length / rowsPerPage), 1);
  const shownPage = Math.min(page, pageCount);
  const body = children(rows.slice((shownPage - 1) * rowsPerPage, shownPage * rowsPerPage));
  if (pageCount === 1) {
    return (
      <Table testId={testId} density="condensed" bordered={true}>
        {body}
      </Table>
    );
  }
  return (
    <Table
      testId={testId}
      density="condensed"
      bordered={true}
      paginated={true}
      page={shownPage}
      pageCount={pageCount}
      onPageChange={setPage}
    >
      {body}
    </Table>
  );
}
