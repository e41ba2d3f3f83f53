import { statedTier } from '../../../src/adapters/gitlab/environment-tier';

describe('statedTier', () => {
  it.each([
    { name: 'production', tier: 'production', stated: null, why: 'GitLab guesses it' },
    { name: 'qa1', tier: 'testing', stated: null, why: 'GitLab guesses it' },
    { name: 'review/PAY-1', tier: 'development', stated: null, why: 'GitLab guesses it' },
    { name: 'stg-2', tier: 'staging', stated: null, why: 'GitLab guesses it' },
    { name: 'product-catalog', tier: 'production', stated: null, why: 'GitLab guesses by parts' },
    { name: 'blue', tier: 'other', stated: null, why: 'GitLab guesses it' },
    { name: 'blue', tier: 'production', stated: 'production', why: 'no part of it says so' },
    { name: 'qa', tier: 'production', stated: 'production', why: 'it says something else' },
    { name: 'live', tier: 'staging', stated: 'staging', why: 'it says something else' },
    { name: 'production', tier: 'other', stated: null, why: 'we have no such tier' },
    { name: 'blue', tier: null, stated: null, why: 'an older GitLab has none' },
    { name: 'blue', tier: 'something-new', stated: null, why: 'we do not know it' },
  ])('of $name as $tier is $stated: $why', ({ name, tier, stated }) => {
    expect(statedTier(name, tier)).toBe(stated);
  });
});
