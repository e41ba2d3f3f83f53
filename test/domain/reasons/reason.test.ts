import { LEVELS } from '../../../src/domain/reasons/reason';

describe('LEVELS', () => {
  it('go from the mildest to the worst', () => {
    expect(LEVELS).toEqual(['safe', 'warning', 'manual-review', 'blocked']);
  });
});
