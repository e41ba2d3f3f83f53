import { wordOn } from '../../../src/domain/release/word-on';
import { checkItem } from '../../support/release-facts';

const SAID = {
  ...{ by: 'Quinn', accountId: 'quinn', at: '2026-05-04T09:00:00Z', line: 'test' },
  ...{ note: 'all browsers', outcome: 'done' as const },
};

describe('wordOn', () => {
  it('covers the commits that the item is about', () => {
    expect(wordOn(checkItem({ shas: ['a1', 'b2'] }), SAID)).toEqual({
      ...{ stepId: 'item-1', done: true, outcome: 'done', by: 'Quinn', accountId: 'quinn' },
      ...{ at: '2026-05-04T09:00:00Z', line: 'test', note: 'all browsers' },
      shas: ['a1', 'b2'],
    });
  });

  it.each(['failed', 'open'] as const)('says of %s that it is not done', (outcome) => {
    expect(wordOn(checkItem(), { ...SAID, outcome })).toMatchObject({ done: false, outcome });
  });

  it('takes an empty note for none', () => {
    expect(wordOn(checkItem(), { ...SAID, note: '' }).note).toBeNull();
  });
});
