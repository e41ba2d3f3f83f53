import { flexRender, type Row as TableRow } from '@tanstack/react-table';
import { memo } from 'react';
import type { ReleaseRow } from '../../../src/api/contract';

type Props = {
  row: TableRow<ReleaseRow> | undefined;
  index: number;
  /** Pixels from the first row. */
  start: number;
  isOpen: boolean;
};

/** One issue; where it stands says the virtual list. Scrolling draws only those that come into view. */
export const MatrixRow = memo(Row);

function Row({ row, index, start, isOpen }: Props) {
  if (!row) return null;
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      className={`matrix-row matrix-${row.original.verdict}${isOpen ? ' matrix-open' : ''}`}
      style={{ transform: `translateY(${start}px)` }}
    >
      {row.getVisibleCells().map((cell) => (
        <div key={cell.id} role="cell" className={`cell cell-${cell.column.id}`}>
          {flexRender(cell.column.columnDef.cell, cell.getContext())}
        </div>
      ))}
    </div>
  );
}
