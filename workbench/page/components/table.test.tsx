import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';

import { visiblePages } from './pagination.tsx';
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from './table.tsx';

afterEach(cleanup);

const body = (
  <TableBody>
    <TableRow>
      <TableCell>Ann</TableCell>
    </TableRow>
  </TableBody>
);

describe('Table', () => {
  it('is a table to assistive technology', () => {
    render(
      <Table testId="rows">
        <TableHead>
          <TableRow>
            <TableHeader>Name</TableHeader>
          </TableRow>
        </TableHead>
        {body}
      </Table>,
    );
    expect(screen.getByRole('table').getAttribute('data-test-id')).toBe('rows');
    expect(screen.getByRole('columnheader').textContent).toBe('Name');
    expect(screen.getByRole('cell').textContent).toBe('Ann');
  });

  it.each([
    ['none', 'ascending'],
    ['ascending', 'descending'],
    ['descending', 'ascending'],
  ] as const)('asks to sort %s columns %s', async (sortDirection, asked) => {
    const onSortChange = vi.fn();
    render(
      <Table>
        <TableHead>
          <TableRow>
            <TableHeader sortDirection={sortDirection} onSortChange={onSortChange}>
              Name
            </TableHeader>
          </TableRow>
        </TableHead>
      </Table>,
    );
    expect(screen.getByRole('columnheader').getAttribute('aria-sort')).toBe(sortDirection);
    await userEvent.click(screen.getByRole('button', { name: 'Name' }));
    expect(onSortChange.mock.calls).toEqual([[asked]]);
  });
});

describe('pagination', () => {
  it('asks for pages and marks the one the card says', async () => {
    const onPageChange = vi.fn();
    render(
      <Table paginated page={2} pageCount={3} onPageChange={onPageChange}>
        {body}
      </Table>,
    );
    expect(screen.getByRole('button', { name: 'Page 2' }).getAttribute('aria-current')).toBe('page');
    await userEvent.click(screen.getByRole('button', { name: 'Next' }));
    await userEvent.click(screen.getByRole('button', { name: 'Page 1' }));
    expect(onPageChange.mock.calls).toEqual([[3], [1]]);
  });

  it('has no way before the first page and after the last', () => {
    render(
      <Table paginated page={1} pageCount={1} showFirstLastButtons onPageChange={vi.fn()}>
        {body}
      </Table>,
    );
    for (const name of ['First', 'Prev', 'Next', 'Last']) {
      expect(screen.getByRole('button', { name })).toHaveProperty('disabled', true);
    }
  });

  it('shows a window that holds the page, has no gaps and stays inside', () => {
    const situation = fc
      .record({ pageCount: fc.integer({ min: 1, max: 500 }), max: fc.integer({ min: 1, max: 20 }) })
      .chain(({ pageCount, max }) =>
        fc.record({
          pageCount: fc.constant(pageCount),
          max: fc.constant(max),
          page: fc.integer({ min: 1, max: pageCount }),
        }),
      );
    fc.assert(
      fc.property(situation, ({ page, pageCount, max }) => {
        const pages = visiblePages(page, pageCount, max);
        const first = pages[0] ?? 0;
        expect(pages).toEqual(pages.map((_, offset) => first + offset));
        expect(pages).toContain(page);
        expect(pages).toHaveLength(Math.min(max, pageCount));
        expect(first).toBeGreaterThanOrEqual(1);
        expect(pages.at(-1)).toBeLessThanOrEqual(pageCount);
      }),
    );
  });
});
