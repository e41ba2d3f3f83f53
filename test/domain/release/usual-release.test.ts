import { usualRelease } from '../../../src/domain/release/usual-release';

const ROUTE = ['dev', 'test', 'uat', 'prod'];

describe('usualRelease', () => {
  it.each([
    { said: {}, step: { from: 'uat', to: 'prod' } },
    { said: { from: 'dev' }, step: { from: 'dev', to: 'test' } },
    { said: { to: 'uat' }, step: { from: 'test', to: 'uat' } },
    { said: { from: 'dev', to: 'prod' }, step: { from: 'dev', to: 'prod' } },
    { said: { from: 'nowhere' }, step: { from: 'nowhere', to: 'nowhere' } },
    { said: { from: 'prod' }, step: { from: 'prod', to: 'prod' } },
  ])('takes $said to $step', ({ said, step }) => {
    expect(usualRelease(ROUTE, said)).toEqual(step);
  });

  it('is a step from a lone line to itself', () => {
    expect(usualRelease(['main'], {})).toEqual({ from: 'main', to: 'main' });
  });

  it('is nothing without a route', () => {
    expect(usualRelease([], {})).toBeNull();
  });
});
