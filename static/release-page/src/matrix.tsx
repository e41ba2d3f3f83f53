import { getCoreRowModel, getSortedRowModel, useReactTable } from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, type RefObject } from 'react';
import type { ReleaseRow, ReleaseView } from '../../../src/api/contract';
import { COLUMNS } from './matrix-columns';
import { ColumnHead } from './matrix-head';
import './matrix.css';
import { MatrixRow } from './matrix-row';
import { matches } from './matrix-rows';
import { useAddress } from './use-address';

type Props = {
  rows: ReleaseRow[];
  view: ReleaseView;
  scrollRef: RefObject<HTMLDivElement>;
};

const ROW_PIXELS = 40;
const BEYOND = 12;
/** The worst first. */
const USUAL_SORT = '-verdict';

/** Issues × lines; only the rows that can be seen are in the document. */
export function Matrix({ rows, view, scrollRef }: Props) {
  const [address, change] = useAddress();
  const { sort = USUAL_SORT } = address;
  const id = sort.replace(/^-/, '');
  const isDescending = sort.startsWith('-');
  const data = useMemo(() => rows.filter((row) => matches(row, address)), [rows, address]);
  const sorting = useMemo(() => [{ id, desc: isDescending }], [id, isDescending]);
  const table = useReactTable({
    data,
    columns: COLUMNS,
    state: { sorting },
    getCoreRowModel: getCoreRowModel(),
    getSortedRowModel: getSortedRowModel(),
  });
  const shown = table.getRowModel().rows;
  const virtualizer = useVirtualizer({
    count: shown.length,
    getScrollElement: () => scrollRef.current,
    estimateSize: () => ROW_PIXELS,
    overscan: BEYOND,
  });

  return (
    <div
      ref={scrollRef}
      className="matrix-scroll"
      role="region"
      aria-label="Issues on all lines"
      tabIndex={0}
    >
      <div
        className="matrix"
        role="table"
        aria-rowcount={shown.length + 1}
        aria-label={`Issues of ${view.name}`}
      >
        <div role="rowgroup" className="matrix-head">
          <div role="row" aria-rowindex={1} className="matrix-row">
            {table.getFlatHeaders().map((header) => (
              <ColumnHead
                key={header.id}
                header={header}
                lines={view.route}
                sort={header.id === id ? (isDescending ? 'descending' : 'ascending') : 'none'}
                onSort={(next) => {
                  change({ sort: next === USUAL_SORT ? undefined : next }, 'replace');
                }}
              />
            ))}
          </div>
        </div>
        <div
          role="rowgroup"
          className="matrix-body"
          style={{ height: `${virtualizer.getTotalSize()}px` }}
        >
          {virtualizer.getVirtualItems().map(({ index, start }) => (
            <MatrixRow
              key={shown[index]?.id}
              row={shown[index]}
              index={index}
              start={start}
              isOpen={shown[index]?.original.key === address.issue}
            />
          ))}
        </div>
      </div>
      {shown.length === 0 && <p className="matrix-none">No issue is like that.</p>}
    </div>
  );
}
