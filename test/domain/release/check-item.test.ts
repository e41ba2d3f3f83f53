import { AUDIENCES } from '../../../src/domain/release/check-item';

it('has a checklist for testers, for the client and for the release manager', () => {
  expect(AUDIENCES).toEqual(['qa', 'client', 'releaseManager']);
});
