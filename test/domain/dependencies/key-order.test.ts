import { compareKeys } from '../../../src/domain/dependencies/key-order';

describe('compareKeys', () => {
  it('goes by project, then by number', () => {
    const keys = ['PAY-10', 'PAY-2', 'LED-13', 'PAY-1', 'PAYB-1', 'LED-9'];

    expect(keys.sort(compareKeys)).toEqual([
      'LED-9',
      'LED-13',
      'PAY-1',
      'PAY-2',
      'PAY-10',
      'PAYB-1',
    ]);
  });

  it('orders what is no key by its text', () => {
    expect(['b', 'PAY-1', 'a'].sort(compareKeys)).toEqual(['PAY-1', 'a', 'b']);
    expect(compareKeys('PAY-1', 'PAY-1')).toBe(0);
  });
});
