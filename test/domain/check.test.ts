import { isOpen, toCommitChecks, type Check, type CheckState } from '../../src/domain/check';

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

    const given = { checks: read, withheld: null, login: 'a' };
    expect(toCommitChecks(given, row.committedAt, NOW)).toEqual({
      checks: read,
      isSettled: row.isSettled,
      withheldFrom: null,
    });
  });

  it.each<{ states: CheckState[]; committedAt: string; isSettled: boolean }>([
    { states: ['passed'], committedAt: YOUNG, isSettled: true },
    { states: ['passed', 'pending'], committedAt: OLD, isSettled: false },
    { states: [], committedAt: OLD, isSettled: true },
    { states: [], committedAt: YOUNG, isSettled: false },
  ])('of $states and withheld ones, at $committedAt: settled $isSettled', (row) => {
    const read = checks(...row.states);
    const withheld: Check = { name: 'check runs', state: 'unknown', url: null, at: null };

    expect(toCommitChecks({ checks: read, withheld, login: 'a' }, row.committedAt, NOW)).toEqual({
      checks: [...read, withheld],
      isSettled: row.isSettled,
      withheldFrom: 'a',
    });
  });
});

describe('isOpen', () => {
  it.each([
    { known: undefined, isAskedAgain: true },
    { known: { isSettled: false, withheldFrom: null }, isAskedAgain: true },
    { known: { isSettled: true, withheldFrom: null }, isAskedAgain: false },
    { known: { isSettled: true, withheldFrom: 'a' }, isAskedAgain: false },
    { known: { isSettled: true, withheldFrom: 'b' }, isAskedAgain: true },
  ])('$isAskedAgain for $known', ({ known, isAskedAgain }) => {
    expect(isOpen(known && { checks: [], ...known }, 'a')).toBe(isAskedAgain);
  });
});
