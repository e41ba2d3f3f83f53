import { itemState, newestWord, outcomeOf } from '../../../src/domain/manifest/item-state';
import { tick } from '../../support/judged-bundle';

const ITEM = { id: 'item-1', shas: ['a1', 'a2'] };
const ALL = ['a1', 'a2'];

describe('outcomeOf', () => {
  it.each([
    { done: true, outcome: undefined, told: 'done' },
    { done: false, outcome: undefined, told: 'open' },
    { done: false, outcome: 'failed' as const, told: 'failed' },
    { done: false, outcome: 'open' as const, told: 'open' },
  ])('of done $done and outcome $outcome is $told', ({ done, outcome, told }) => {
    expect(outcomeOf({ done, outcome })).toBe(told);
  });
});

describe('newestWord', () => {
  it('takes the one that leaves more to do, of two at the same moment', () => {
    const words = [tick({ outcome: 'failed', done: false }), tick({ outcome: 'done' })];

    expect(newestWord('item-1', words)?.outcome).toBe('failed');
    expect(newestWord('item-1', words.toReversed())?.outcome).toBe('failed');
  });

  it('takes the latest, in whatever order they were kept', () => {
    const words = [tick({ at: '2026-05-05T08:00:00Z' }), tick({ done: false })];

    expect(newestWord('item-1', words)?.at).toBe('2026-05-05T08:00:00Z');
    expect(newestWord('item-1', words.toReversed())?.at).toBe('2026-05-05T08:00:00Z');
  });
});

describe('itemState', () => {
  it.each([
    { when: 'nobody said anything', words: [], state: 'open', said: undefined, by: [] },
    {
      when: 'it was done',
      words: [tick({ shas: ALL })],
      state: 'done',
      said: 'done',
      by: [],
    },
    {
      when: 'it failed',
      words: [tick({ outcome: 'failed', done: false, shas: ALL })],
      state: 'failed',
      said: 'failed',
      by: [],
    },
    {
      when: 'it was done, and a commit came',
      words: [tick({ shas: ['a1'] })],
      state: 'open',
      said: 'done',
      by: ['a2'],
    },
    {
      when: 'it failed, and a commit came: to be looked at again, never good by itself',
      words: [tick({ outcome: 'failed', done: false, shas: ['a1'] })],
      state: 'open',
      said: 'failed',
      by: ['a2'],
    },
    {
      when: 'it was done with more commits than there are now',
      words: [tick({ shas: [...ALL, 'a3'] })],
      state: 'done',
      said: 'done',
      by: [],
    },
    {
      when: 'somebody opened it after all',
      words: [tick({ shas: ALL }), tick({ done: false, shas: ['a1'], at: '2026-05-05T08:00:00Z' })],
      state: 'open',
      said: 'open',
      by: [],
    },
    {
      when: 'it failed and was done later',
      words: [
        tick({ outcome: 'failed', done: false, shas: ALL }),
        tick({ outcome: 'done', shas: ALL, at: '2026-05-05T08:00:00Z' }),
      ],
      state: 'done',
      said: 'done',
      by: [],
    },
    {
      when: 'the word is on another item',
      words: [tick({ stepId: 'item-2', shas: ALL })],
      state: 'open',
      said: undefined,
      by: [],
    },
  ])('is $state when $when', ({ words, state, said, by }) => {
    const found = itemState(ITEM, words);

    expect(found.state).toBe(state);
    expect(found.word?.outcome).toBe(said);
    expect(found.reopenedBy).toEqual(by);
  });

  it('tells who said it, when, and the note', () => {
    expect(itemState(ITEM, [tick({ shas: ALL, note: 'Twice' })]).word).toEqual({
      outcome: 'done',
      by: 'Quinn Tester',
      accountId: 'quinn',
      at: '2026-05-04T09:00:00Z',
      note: 'Twice',
    });
  });
});
