import { associationsIn } from '../../support/ownership';

describe('byTrailer', () => {
  it.each([
    { when: 'an issue trailer', body: 'Closes: PAY-2', is: ['owns PAY-2 trailer (Closes)'] },
    {
      when: 'a trailer in other case',
      body: 'TASK-NUMBER: pay-2',
      is: ['owns PAY-2 trailer (TASK-NUMBER)'],
    },
    {
      when: 'a trailer lists',
      body: 'Refs: PAY-2, PAY-3',
      is: ['owns PAY-2 trailer (Refs)', 'owns PAY-3 trailer (Refs)'],
    },
    {
      when: 'a trailer links',
      body: 'Issue: https://acme.example/browse/PAY-2',
      is: ['owns PAY-2 trailer (Issue)'],
    },
    {
      when: 'a trailer quotes a title',
      body: 'Fixes: 1234567 ("PAY-2 Fix")',
      is: ['mentions PAY-2 body'],
    },
    { when: 'a trailer is unknown', body: 'Related: PAY-2', is: ['mentions PAY-2 body'] },
    {
      when: 'a trailer is not in the last paragraph',
      body: 'Issue: PAY-2\n\nSee merge request a/b!1',
      is: ['mentions PAY-2 body'],
    },
  ])('when $when', ({ body, is }) => {
    expect(associationsIn(`Work\n\n${body}\n`)).toEqual(is);
  });

  it('never makes an owner of Depends-On, even when it is listed as an issue trailer', () => {
    const message = 'Work\n\nDepends-On: PAY-2\n';

    expect(associationsIn(message, { issueTrailers: ['Depends-On'] })).toEqual([
      'mentions PAY-2 depends-on',
    ]);
  });
});
