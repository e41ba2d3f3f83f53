import type { LineCell, LineState } from './line-state';

/** One line over all repositories that hold changes of the issue. */
export type LineSummary = {
  name: string;
  state: LineState;
  basis: 'branches' | 'branches and deployments';
  present: number;
  unknown: number;
  of: number;
};

/** The line as a whole is as far as the repository that is least far. */
export function summarizeLine(name: string, cells: readonly LineCell[]): LineSummary {
  const own = cells.filter(({ line }) => line === name);
  const sum = (count: (cell: LineCell) => number) =>
    own.reduce((total, cell) => total + count(cell), 0);
  return {
    name,
    state: wholeState(own),
    basis: own.some(({ environments }) => environments.length > 0)
      ? 'branches and deployments'
      : 'branches',
    present: sum(({ present }) => present),
    unknown: sum(({ unknown }) => unknown),
    of: sum(({ of }) => of),
  };
}

function wholeState(cells: readonly LineCell[]): LineState {
  const states = cells.map(({ state }) => state);
  if (states.includes('unknown')) return 'unknown';
  if (states.every((state) => state === 'none')) return 'none';
  if (states.some((state) => state === 'none' || state === 'part')) return 'part';
  const named = cells.filter(({ environments }) => environments.length > 0);
  return named.length > 0 && named.every(({ state }) => state === 'deployed') ? 'deployed' : 'all';
}
