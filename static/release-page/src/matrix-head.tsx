import type { Header } from '@tanstack/react-table';
import type { ReleaseRow } from '../../../src/api/contract';

type HeadProps = {
  header: Header<ReleaseRow, unknown>;
  lines: string[];
  sort: 'ascending' | 'descending' | 'none';
  onSort: (next: string) => void;
};

const MARK = { ascending: ' ▲', descending: ' ▼', none: '' } as const;

/** A column's name; pressed, it sorts. */
export function ColumnHead({ header, lines, sort, onSort }: HeadProps) {
  const words = header.id === 'lines' ? lines.join(' · ') : header.column.columnDef.header;
  return (
    <div role="columnheader" aria-sort={sort} className={`cell cell-${header.id}`}>
      <button
        type="button"
        className="sort"
        onClick={() => {
          onSort(sort === 'descending' ? header.id : `-${header.id}`);
        }}
      >
        {typeof words === 'string' ? words : header.id}
        <span aria-hidden="true">{MARK[sort]}</span>
      </button>
    </div>
  );
}
