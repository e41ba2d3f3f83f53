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

/** Prints records as columns under their names. */
export function printGrid(
  title: string,
  records: readonly Record<string, string | number>[],
): void {
  const names = Object.keys(records[0] ?? {});
  const rows = [names, ...records.map((one) => names.map((name) => String(one[name] ?? '')))];
  const widths = names.map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
  const lines = rows.map((row) => row.map((cell, at) => cell.padStart(widths[at] ?? 0)).join('  '));
  process.stdout.write(`${title}\n${lines.join('\n')}\n\n`);
}
