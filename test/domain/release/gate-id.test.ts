import { GATES, SEVERITIES } from '../../../src/domain/release/gate-id';

describe('gates of a release', () => {
  it('are asked in the order of the specification', () => {
    expect(GATES).toEqual([
      'scope',
      'evidence',
      'issues',
      'dependencies',
      'manual-steps',
      'checks',
      'sign-offs',
      'freeze',
    ]);
  });

  it('are from the worst to the mildest', () => {
    expect(SEVERITIES).toEqual(['critical', 'major', 'minor']);
  });
});
