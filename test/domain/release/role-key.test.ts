import { roleKey } from '../../../src/domain/release/role-key';

describe('roleKey', () => {
  it('is the same however the role is written', () => {
    expect(roleKey(' QA ')).toBe(roleKey('qa'));
  });
});
