import type { LineCell, LineState } from './line-state';

/** One line over all repositories that hold changes of the issue. */
export type LineSummary = {
  name: string;
  state: LineState;
  basis: 'branches' | 'branches and deployments';
  /** As they were made or adapted. */
  present: number;
  /** Of these, in another form than they were made. */
  adapted: number;
  /** There once, and taken away again. */
  reverted: number;
  unknown: number;
  of: number;
  /** Repositories whose branch holds all changes, and none of whose environments runs them all. */
  undeployed: number;
  /** Repositories whose branch holds all changes, and of whose environments nobody knows. */
  deploymentsUnknown: number;
};

/** The line as a whole is as far as the repository that is least far. */
export function summarizeLine(name: string, cells: readonly LineCell[]): LineSummary {
  const own = cells.filter(({ line }) => line === name);
  const waiting = own.filter(
    ({ state, environments }) => state === 'all' && environments.length > 0,
  );
  const sum = (count: (cell: LineCell) => number) =>
    own.reduce((total, cell) => total + count(cell), 0);
  return {
    name,
    state: wholeState(own),
    basis: own.some(({ environments }) => environments.length > 0)
      ? 'branches and deployments'
      : 'branches',
    present: sum(({ present }) => present),
    adapted: sum(({ adapted }) => adapted),
    reverted: sum(({ reverted }) => reverted),
    unknown: sum(({ unknown }) => unknown),
    of: sum(({ of }) => of),
    undeployed: waiting.filter((cell) => !isDoubtful(cell)).length,
    deploymentsUnknown: waiting.filter(isDoubtful).length,
  };
}

/** Whether an environment may run everything for all that is known. */
const isDoubtful = ({ environments }: LineCell): boolean =>
  environments.some(({ deployed }) => deployed === null);

function wholeState(cells: readonly LineCell[]): LineState {
  const states = cells.map(({ state }) => state);
  if (states.includes('unknown')) return 'unknown';
  if (states.every((state) => state === 'none')) return 'none';
  if (states.some((state) => state === 'none' || state === 'part')) return 'part';
  const named = cells.filter(({ environments }) => environments.length > 0);
  return named.length > 0 && named.every(({ state }) => state === 'deployed') ? 'deployed' : 'all';
}
