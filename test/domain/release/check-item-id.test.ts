import { confirmId, retestId, testId } from '../../../src/domain/release/check-item-id';

describe('ids of items that reject their issue', () => {
  it('are of one item of one issue, on one line where it is about a line', () => {
    const ids = [
      ...['PAY-1', 'PAY-2'].flatMap((key) => [testId(key), confirmId(key)]),
      ...['dev', 'test'].map((line) => retestId('PAY-1', line)),
    ];

    expect(new Set(ids).size).toBe(6);
  });
});
