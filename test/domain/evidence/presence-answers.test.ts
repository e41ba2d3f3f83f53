import {
  askAgainAt,
  countAnswers,
  firstAskAgainAt,
  NO_ANSWERS,
  partDiffs,
  spanKey,
  toCombinedFact,
  toRecordedDiff,
  withAnswers,
  withoutOverdue,
  type PresenceAnswers,
  type UnreadDiff,
} from '../../../src/domain/evidence/presence-answers';
import type { DiffFact } from '../../../src/domain/presence/diff-fact';
import { knownDiff } from '../../support/change-chain';

const MONDAY = '2026-05-04T09:00:00.000Z';
const TUESDAY = '2026-05-05T09:00:00.000Z';

const unread = (unreadAt: string, tries = 1): UnreadDiff => ({ status: 'unread', unreadAt, tries });
const ANSWERS: PresenceAnswers = {
  combined: new Map([
    ['a...b', { patchId: 'p' }],
    ['a...c', { unreadAt: MONDAY }],
  ]),
  files: new Map([
    [
      'h',
      new Map([
        ['one', { blob: 'b1', mode: '100644' }],
        ['gone', null],
        ['cut', { unreadAt: MONDAY }],
      ]),
    ],
  ]),
};

describe('toRecordedDiff', () => {
  const asked = { unreadAt: MONDAY, tries: 2 };
  const paths = [{ path: 'a', before: null, after: 'b', mode: null }];
  const UNREAD = { status: 'unread', unreadAt: MONDAY, tries: 2 };

  it.each<[string, DiffFact | undefined, object]>([
    ['of a commit that the host does not know', undefined, UNREAD],
    ['that did not come', { status: 'unread' }, UNREAD],
    [
      'that is too large, with its files',
      { status: 'unread', isTooLarge: true, paths },
      { ...UNREAD, isTooLarge: true, paths },
    ],
    ['that came', knownDiff({ growth: 7 }), knownDiff({ growth: 7 })],
  ])('keeps what is told of a diff %s', (_, diff, recorded) => {
    expect(toRecordedDiff(diff, asked)).toEqual(recorded);
  });
});

describe('askAgainAt', () => {
  it.each([
    { tries: 1, at: '2026-05-05T09:00:00.000Z' },
    { tries: 2, at: '2026-05-06T09:00:00.000Z' },
    { tries: 4, at: '2026-05-12T09:00:00.000Z' },
    { tries: 500, at: '2029-02-21T09:00:00.000Z' },
  ])('is $at after try $tries on 4 May', ({ tries, at }) => {
    expect(askAgainAt({ unreadAt: MONDAY, tries })).toBe(at);
  });

  it('is a day later for what is not counted', () => {
    expect(askAgainAt({ unreadAt: MONDAY })).toBe(TUESDAY);
  });
});

describe('partDiffs', () => {
  it('tells those that are to be asked for once more from the others', () => {
    const diffs = new Map([
      ['due', unread(MONDAY)],
      ['tried twice', unread(MONDAY, 2)],
    ]);

    const { current, overdue } = partDiffs(diffs, TUESDAY);

    expect([...current.keys()]).toEqual(['tried twice']);
    expect([...overdue]).toEqual([['due', unread(MONDAY)]]);
  });
});

describe('withoutOverdue', () => {
  it('keeps what came, for ever', () => {
    const kept = withoutOverdue(ANSWERS, TUESDAY);

    expect([...kept.combined.keys()]).toEqual(['a...b']);
    expect([...(kept.files.get('h')?.keys() ?? [])]).toEqual(['one', 'gone']);
  });

  it('keeps what did not come for a day', () => {
    expect(withoutOverdue(ANSWERS, MONDAY)).toEqual(ANSWERS);
  });
});

describe('firstAskAgainAt', () => {
  it.each([
    { when: 'everything came', diffs: new Map(), answers: NO_ANSWERS, at: null },
    {
      when: 'a diff did not',
      diffs: new Map([['a', unread(TUESDAY, 2)]]),
      answers: NO_ANSWERS,
      at: '2026-05-07T09:00:00.000Z',
    },
    {
      when: 'a file did not before',
      diffs: new Map([['a', unread(TUESDAY, 2)]]),
      answers: ANSWERS,
      at: TUESDAY,
    },
  ])('is $at when $when', ({ diffs, answers, at }) => {
    expect(firstAskAgainAt(diffs, answers)).toBe(at);
  });
});

describe('withAnswers', () => {
  it('adds to the files of a commit, and takes the newer of two answers', () => {
    const more: PresenceAnswers = {
      combined: new Map([['a...c', { patchId: 'q' }]]),
      files: new Map([['h', new Map([['two', null]])]]),
    };

    const all = withAnswers(ANSWERS, more);

    expect(all.combined.get('a...c')).toEqual({ patchId: 'q' });
    expect([...(all.files.get('h')?.keys() ?? [])]).toEqual(['one', 'gone', 'cut', 'two']);
    expect(countAnswers(all)).toBe(6);
  });
});

describe('toCombinedFact', () => {
  it.each([
    { answer: undefined, fact: undefined },
    { answer: { patchId: 'p' }, fact: { status: 'known', patchId: 'p' } },
    { answer: { patchId: null }, fact: { status: 'known', patchId: null } },
    { answer: { unreadAt: MONDAY }, fact: { status: 'unread' } },
  ])('of $answer is $fact', ({ answer, fact }) => {
    expect(toCombinedFact(answer)).toEqual(fact);
  });

  it('is found under git’s own name for what lies between two commits', () => {
    expect(spanKey({ base: 'a', head: 'b' })).toBe('a...b');
  });
});
