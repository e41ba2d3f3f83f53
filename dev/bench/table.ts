export type Row = {
  what: string;
  value: number;
  /** The figure must not be above; a plain figure has none. */
  limit?: number;
};

/** Whether a figure breaks its limit; a figure that is no number does. */
export const isOver = ({ value, limit }: Pick<Row, 'value' | 'limit'>): boolean =>
  limit !== undefined && !(value <= limit);

/** Prints figures with their limits. */
export function printTable(rows: readonly Row[]): void {
  const width = Math.max(...rows.map(({ what }) => what.length));
  const lines = rows.map(({ what, value, limit }) =>
    [
      what.padEnd(width),
      String(value).padStart(10),
      limit === undefined ? '' : `≤ ${limit}`.padEnd(8),
      limit === undefined ? '' : isOver({ value, limit }) ? 'OVER' : 'ok',
    ]
      .join('  ')
      .trimEnd(),
  );
  process.stdout.write(`${lines.join('\n')}\n`);
}
