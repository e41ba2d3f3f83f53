import { isCounted, titleOf } from '../../../src/domain/release/follow-up-title';
import type { OpenThing } from '../../../src/domain/release/open-things';

const thing = (more: Partial<OpenThing>): OpenThing => ({
  ...{ priority: 'P1', code: 'db-change', gate: 'issues', issueKey: 'PAY-1', places: [] },
  ...{ pieces: ['a'], text: 'Something.', actions: [], owner: null },
  ...more,
});

describe('titleOf', () => {
  it.each([
    [[thing({ places: ['Ledger'] })], 'Review 1 migration in Ledger (PAY-1)'],
    [
      [thing({}), thing({ issueKey: 'PAY-2', pieces: ['a', 'b'] })],
      'Review 2 migrations (PAY-1 and PAY-2)',
    ],
    [
      [thing({ code: 'evidence-gap', issueKey: null, pieces: ['a', 'b'] })],
      'Make readable 2 parts of the evidence',
    ],
    [[thing({ code: 'constructor' })], 'Something'],
    [
      [thing({ code: 'own-risk' }), thing({ code: 'own-risk', issueKey: 'PAY-2', text: 'Other.' })],
      'Settle 2 open points of own risk: PAY-1 and PAY-2',
    ],
    [[], ''],
  ])('%#: %s', (things, title) => {
    expect(titleOf(things)).toBe(title);
  });

  it('counts only what it has words for', () => {
    expect([isCounted('db-change'), isCounted('constructor')]).toEqual([true, false]);
  });
});
