import { bundleId } from '../../../src/domain/release/bundle-id';

describe('bundleId', () => {
  it('names versions, in whatever order they were asked for', () => {
    expect(bundleId({ versionIds: ['10031', '10030'], jql: null })).toBe('v-10030.10031');
  });

  it('tells two versions apart', () => {
    expect(bundleId({ versionIds: ['10031'], jql: null })).toBe('v-10031');
  });

  it('names a query by what it asks', () => {
    expect(bundleId({ versionIds: [], jql: 'project = PAY' })).toMatch(/^q-[0-9a-f]{16}$/);
  });
});
