import { LIFECYCLE, NO_ACTS } from '../../../src/domain/release/acts';

describe('acts of a release', () => {
  it('goes through five states', () => {
    expect(LIFECYCLE).toEqual(['planning', 'development', 'staging', 'validation', 'ship']);
  });

  it('begins with nothing said', () => {
    expect(Object.values(NO_ACTS).flat()).toEqual([]);
  });
});
