import { flexRender, type Row } from '@tanstack/react-table';
import type { ReleaseRow } from '../../../src/api/contract';

type Props = {
  row: Row<ReleaseRow> | undefined;
  index: number;
  /** Pixels from the first row. */
  start: number;
  isOpen: boolean;
};

/** One issue; where it stands says the virtual list. */
export function MatrixRow({ row, index, start, isOpen }: Props) {
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
