export type Row = {
  what: string;
  value: number;
  /** The figure must not be above; a plain figure has none. */
  limit?: number;
};

/** Prints figures with their limits. */
export function printTable(rows: readonly Row[]): void {
  const width = Math.max(...rows.map(({ what }) => what.length));
  const lines = rows.map(({ what, value, limit }) =>
    [
      what.padEnd(width),
      String(value).padStart(10),
      limit === undefined ? '' : `≤ ${limit}`.padEnd(8),
      limit === undefined ? '' : value <= limit ? 'ok' : 'OVER',
    ]
      .join('  ')
      .trimEnd(),
  );
  process.stdout.write(`${lines.join('\n')}\n`);
}
