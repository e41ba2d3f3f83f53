import { isRefusal, refuse, refuseInput, unlessRefused } from '../../src/usecases/refusal';

describe('isRefusal', () => {
  it.each([
    [refuse('not-found', 'No such connection.'), true],
    [refuseInput('The file cannot be used.', []), true],
    [{ status: 'refused' }, false],
    [null, false],
    ['refused', false],
    [[], false],
  ])('of %j is %p', (outcome, expected) => {
    expect(isRefusal(outcome)).toBe(expected);
  });
});

describe('unlessRefused', () => {
  it('goes on with a value', async () => {
    expect(await unlessRefused(Promise.resolve(2), (count) => count + 1)).toBe(3);
  });

  it('passes a refusal through', async () => {
    const refusal = refuse('forbidden', 'No.');

    expect(await unlessRefused(Promise.resolve(refusal), () => 'never')).toBe(refusal);
  });
});
