import type { LifecycleState } from '../../../src/domain/release/acts';
import { lifecycleOf, moveLifecycle, nextState } from '../../../src/domain/release/lifecycle';
import { judgedBundle, judgedIssue, lifecycleMove, reason } from '../../support/judged-bundle';
import { dependency } from '../../support/promotion-case';
import { factsOf, releaseFacts } from '../../support/release-facts';

const unreadable = releaseFacts({
  bundle: judgedBundle({ unreadable: [{ key: 'PAY-2', why: '500' }] }),
});
const gap = { repository: 'github:acme/payments-api', what: 'checks', why: '403' };
const incomplete = releaseFacts({ bundle: judgedBundle({ gaps: [gap] }) });
const needing = factsOf(judgedIssue({ dependencies: [dependency({ status: 'missing' })] }));
const pending = factsOf(
  judgedIssue({ reasons: [reason({ code: 'check-pending', level: 'warning' })] }),
);
const blocked = factsOf(
  judgedIssue({ reasons: [reason({ code: 'not-in-source', level: 'blocked' })] }),
);
const toReview = factsOf(judgedIssue({ reasons: [reason()] }));

type Step = [from: LifecycleState, to: LifecycleState];

describe('moveLifecycle', () => {
  it.each<[string, ReturnType<typeof releaseFacts>, Step, string]>([
    ['all is well', releaseFacts(), ['planning', 'development'], 'moved'],
    ['an issue could not be read', unreadable, ['planning', 'development'], 'refused'],
    ['evidence is missing', incomplete, ['planning', 'development'], 'moved'],
    ['evidence is missing', incomplete, ['development', 'staging'], 'refused'],
    ['a dependency is missing', needing, ['development', 'staging'], 'refused'],
    ['a check runs', pending, ['development', 'staging'], 'moved'],
    ['a check runs', pending, ['staging', 'validation'], 'refused'],
    ['an issue is blocked', blocked, ['development', 'staging'], 'moved'],
    ['an issue is blocked', blocked, ['staging', 'validation'], 'refused'],
    ['something wants a look', toReview, ['staging', 'validation'], 'moved'],
    ['something wants a look', toReview, ['validation', 'ship'], 'refused'],
    ['all is well', releaseFacts(), ['validation', 'ship'], 'moved'],
    ['a step is skipped', releaseFacts(), ['planning', 'staging'], 'refused'],
    ['it is there', releaseFacts(), ['staging', 'staging'], 'refused'],
    ['it goes back with everything open', unreadable, ['ship', 'planning'], 'moved'],
  ])('%s: %#, from %s', (_, facts, step, kind) => {
    expect(moveLifecycle(facts, ...step).kind).toBe(kind);
  });

  it('says why not', () => {
    expect(moveLifecycle(blocked, 'staging', 'validation')).toEqual({
      kind: 'refused',
      reasons: ['Issues: PAY-1 changes a database.'],
    });
    expect(moveLifecycle(releaseFacts(), 'planning', 'ship')).toEqual({
      kind: 'refused',
      reasons: ['After planning comes development: no step is skipped.'],
    });
  });
});

describe('where a release is', () => {
  it('is what the last move says', () => {
    expect(lifecycleOf({ moves: [] })).toBe('planning');
    expect(lifecycleOf({ moves: [lifecycleMove({ to: 'development' })] })).toBe('development');
  });

  it('has an end', () => {
    expect(nextState('validation')).toBe('ship');
    expect(nextState('ship')).toBeNull();
  });
});
