import { useState } from 'react';
import type { ReactNode } from 'react';

import { IconShape } from './icon.tsx';

export interface PaginationProps {
  readonly pageCount: number;
  /** Counts from 1; without it the pagination keeps the page itself. */
  readonly page: number | undefined;
  readonly onPageChange: (page: number) => void;
  readonly showsButtonLabels: boolean;
  readonly showsFirstAndLast: boolean;
  readonly maxPageButtons: number | undefined;
}

const defaultPageButtons = 10;

/** The page numbers to show: a window around the current page, at most `maxButtons` wide. */
export function visiblePages(page: number, pageCount: number, maxButtons: number): readonly number[] {
  const size = Math.min(pageCount, Math.max(1, maxButtons));
  const first = Math.min(Math.max(1, page - Math.floor(size / 2)), pageCount - size + 1);
  return Array.from({ length: size }, (_, offset) => first + offset);
}

export function Pagination(props: PaginationProps): ReactNode {
  const { pageCount, showsButtonLabels, showsFirstAndLast } = props;
  const [ownPage, setOwnPage] = useState(1);
  const page = props.page ?? ownPage;
  const goTo = (next: number): void => {
    setOwnPage(next);
    props.onPageChange(next);
  };
  const step = (name: string, icon: string, target: number) => (
    <button
      type="button"
      className="hs-page-step"
      disabled={target < 1 || target > pageCount || target === page}
      {...(showsButtonLabels ? {} : { 'aria-label': name })}
      onClick={() => {
        goTo(target);
      }}
    >
      {icon === 'left' && <IconShape name="left" sizePx={12} />}
      {showsButtonLabels && name}
      {icon === 'right' && <IconShape name="right" sizePx={12} />}
    </button>
  );
  return (
    <div className="hs-pagination" role="group" aria-label="Pagination">
      {showsFirstAndLast && step('First', 'left', 1)}
      {step('Prev', 'left', page - 1)}
      {visiblePages(page, pageCount, props.maxPageButtons ?? defaultPageButtons).map((number) => (
        <button
          key={number}
          type="button"
          className="hs-page-number"
          aria-label={`Page ${number}`}
          {...(number === page ? { 'aria-current': 'page' } : {})}
          onClick={() => {
            goTo(number);
          }}
        >
          {number}
        </button>
      ))}
      {step('Next', 'right', page + 1)}
      {showsFirstAndLast && step('Last', 'right', pageCount)}
    </div>
  );
}
