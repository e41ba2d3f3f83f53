import { parseRevertTitle } from '../../../src/domain/ownership/revert-title';

describe('parseRevertTitle', () => {
  it.each([
    { title: 'Revert "Fix (#1)" (#2)', undoes: true, subject: 'Fix (#1)' },
    { title: 'Revert "Fix a very long ti…', undoes: true, subject: 'Fix a very long ti…' },
    { title: 'revert: Fix', undoes: true, subject: 'Fix' },
    { title: 'PAY-9: Revert "Fix"', undoes: true, subject: 'Fix' },
    { title: 'fix(api): Revert "Fix"', undoes: true, subject: 'Fix' },
    { title: 'Revert "Revert "Fix""', undoes: false, subject: 'Fix' },
    { title: 'Reapply "Fix"', undoes: false, subject: 'Fix' },
    { title: 'Revert "Reapply "Fix""', undoes: true, subject: 'Fix' },
    { title: 'Revert "Revert "Revert "Fix"""', undoes: true, subject: 'Fix' },
  ])('reads $title', ({ title, undoes, subject }) => {
    expect(parseRevertTitle(title)).toMatchObject({ undoes, subject });
  });

  it.each([
    'Fix',
    'Revert to the old parser',
    'Reverting "x"',
    'Tests after Revert "Fix"',
    'PAY-9 Revert PAY-7',
  ])('finds none in %s', (title) => {
    expect(parseRevertTitle(title)).toBeNull();
  });

  it('keeps what stands around the quotation', () => {
    expect(parseRevertTitle('PAY-9: Revert "Fix" (#35)')?.outside).toBe('PAY-9:  revert  (#35)');
  });
});
