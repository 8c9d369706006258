import type { TableCellProps, TableElementProps, TableHeaderProps, TableProps } from '@hubspot/ui-extensions';
import { useLayoutEffect, useRef, useState } from 'react';
import type { CSSProperties, ReactNode, RefObject } from 'react';

import { classNames, testAttribute } from './attributes.ts';
import { IconShape } from './icon.tsx';
import { Pagination } from './pagination.tsx';

export function Table(props: TableProps): ReactNode {
  const { bordered = true, flush = false, density = 'default' } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const isScrollable = useIsScrollable(scroller);
  return (
    <div className={classNames('hs-table-frame', flush && 'hs-table-frame--flush')}>
      <div
        ref={scroller}
        className={classNames('hs-table-scroll', bordered && 'hs-table-scroll--bordered')}
        {...(isScrollable ? { tabIndex: 0 } : {})}
      >
        <table className={`hs-table hs-table--${density}`} {...testAttribute(props.testId)}>
          {props.children}
        </table>
      </div>
      {props.paginated === true && (
        <Pagination
          pageCount={props.pageCount}
          page={props.page}
          onPageChange={props.onPageChange}
          showsButtonLabels={props.showButtonLabels ?? true}
          showsFirstAndLast={props.showFirstLastButtons ?? false}
          maxPageButtons={props.maxVisiblePageButtons}
        />
      )}
    </div>
  );
}

/** A table that is too wide is scrolled by the arrow keys, as by the mouse: then Tab stops at it. */
function useIsScrollable(scroller: RefObject<HTMLDivElement>): boolean {
  const [isScrollable, setScrollable] = useState(false);
  useLayoutEffect(() => {
    const element = scroller.current;
    // jsdom lays nothing out.
    if (element === null || typeof ResizeObserver === 'undefined') return undefined;
    const watcher = new ResizeObserver(() => {
      setScrollable(element.scrollWidth > element.clientWidth);
    });
    watcher.observe(element);
    for (const table of element.children) watcher.observe(table);
    return () => {
      watcher.disconnect();
    };
  }, [scroller]);
  return isScrollable;
}

export function TableHead(props: TableElementProps): ReactNode {
  return <thead {...testAttribute(props.testId)}>{props.children}</thead>;
}

export function TableBody(props: TableElementProps): ReactNode {
  return <tbody {...testAttribute(props.testId)}>{props.children}</tbody>;
}

export function TableFooter(props: TableElementProps): ReactNode {
  return <tfoot {...testAttribute(props.testId)}>{props.children}</tfoot>;
}

export function TableRow(props: TableElementProps): ReactNode {
  return <tr {...testAttribute(props.testId)}>{props.children}</tr>;
}

function cellStyle(props: Pick<TableCellProps, 'align' | 'width'>): CSSProperties {
  const { align = 'left', width = 'auto' } = props;
  switch (width) {
    case 'auto':
      return { textAlign: align };
    case 'min':
      return { textAlign: align, width: '1%', whiteSpace: 'nowrap' };
    case 'max':
      return { textAlign: align, width: '100%' };
    default:
      return { textAlign: align, width, minWidth: width };
  }
}

export function TableCell(props: TableCellProps): ReactNode {
  return (
    <td style={cellStyle(props)} colSpan={props.colSpan} {...testAttribute(props.testId)}>
      {props.children}
    </td>
  );
}

const sortIcons = {
  ascending: 'sortTableAsc',
  descending: 'sortTableDesc',
  none: 'downCarat',
} as const;

export function TableHeader(props: TableHeaderProps): ReactNode {
  const isSortable = 'onSortChange' in props;
  return (
    <th
      scope="col"
      {...(isSortable ? { 'aria-sort': props.sortDirection } : {})}
      style={cellStyle(props)}
      {...testAttribute(props.testId)}
    >
      {isSortable ? <SortButton {...props} /> : props.children}
    </th>
  );
}

type SortedHeaderProps = Extract<TableHeaderProps, { readonly onSortChange: unknown }>;

function SortButton(props: SortedHeaderProps): ReactNode {
  const { sortDirection } = props;
  return (
    <button
      type="button"
      className={`hs-sort hs-sort--${sortDirection}`}
      disabled={props.disabled}
      onClick={() => {
        props.onSortChange(sortDirection === 'ascending' ? 'descending' : 'ascending');
      }}
    >
      {props.children}
      <IconShape name={sortIcons[sortDirection]} sizePx={12} />
    </button>
  );
}
