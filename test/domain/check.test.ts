import { toCommitChecks, type Check, type CheckState } from '../../src/domain/check';

const NOW = '2026-05-04T09:00:00Z';
const OLD = '2026-05-01T09:00:00Z';
const YOUNG = '2026-05-03T09:00:01Z';

const checks = (...states: CheckState[]): Check[] =>
  states.map((state, index) => ({ name: `check ${index}`, state, url: null, at: null }));

describe('toCommitChecks', () => {
  it.each<{ states: CheckState[]; committedAt: string; isSettled: boolean }>([
    { states: ['passed', 'skipped'], committedAt: YOUNG, isSettled: true },
    { states: ['passed'], committedAt: OLD, isSettled: true },
    { states: ['passed', 'failed'], committedAt: OLD, isSettled: false },
    { states: ['pending'], committedAt: OLD, isSettled: false },
    { states: ['passed', 'unknown'], committedAt: OLD, isSettled: false },
    { states: [], committedAt: OLD, isSettled: true },
    { states: [], committedAt: '2026-05-03T09:00:00Z', isSettled: true },
    { states: [], committedAt: YOUNG, isSettled: false },
    { states: [], committedAt: '2026-06-01T09:00:00Z', isSettled: false },
  ])('of $states, committed at $committedAt: settled $isSettled', (row) => {
    const read = checks(...row.states);

    expect(toCommitChecks(read, row.committedAt, NOW)).toEqual({
      checks: read,
      isSettled: row.isSettled,
    });
  });
});
