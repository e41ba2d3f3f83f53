import { associationsIn } from '../../support/ownership';

describe('byTitle', () => {
  it.each([
    { title: 'PAY-1: fix login', is: ['owns PAY-1 title'] },
    { title: 'pay-1 fix login', is: ['owns PAY-1 title'] },
    { title: 'PAY-1, PAY-2: fix both', is: ['owns PAY-1 title', 'owns PAY-2 title'] },
    { title: 'PAY-1 and OPS-2 fix both', is: ['owns PAY-1 title', 'owns OPS-2 title'] },
    {
      title: 'PAY-1/PAY-2 & OPS-3 fix',
      is: ['owns PAY-1 title', 'owns PAY-2 title', 'owns OPS-3 title'],
    },
    { title: '[PAY-1][PAY-2] x', is: ['owns PAY-1 title', 'owns PAY-2 title'] },
    { title: '"PAY-1", "PAY-2": fix', is: ['owns PAY-1 title', 'owns PAY-2 title'] },
    { title: 'Fix login (PAY-12)', is: ['owns PAY-12 title'] },
    { title: 'Fix login (PAY-12) (#34)', is: ['owns PAY-12 title'] },
    { title: 'fix(api): PAY-12 handle 404', is: ['owns PAY-12 title'] },
    { title: 'PAY-1 fix after PAY-2', is: ['owns PAY-1 title', 'mentions PAY-2 later-in-title'] },
    { title: 'PAY-1: fix (see PAY-2)', is: ['owns PAY-1 title', 'mentions PAY-2 later-in-title'] },
    { title: 'PAY-1 (#12) PAY-2', is: ['owns PAY-1 title', 'mentions PAY-2 later-in-title'] },
    { title: 'PAY-1 again after PAY-1', is: ['owns PAY-1 title'] },
    {
      title: 'PAY-9 Backport "PAY-7 Fix login"',
      is: ['owns PAY-9 title', 'mentions PAY-7 quoted'],
    },
    { title: 'PAY-9 “PAY-7 Fix login”', is: ['owns PAY-9 title', 'mentions PAY-7 quoted'] },
    {
      title: 'PAY-9 "PAY-7 Fix a very long ti…',
      is: ['owns PAY-9 title', 'mentions PAY-7 quoted'],
    },
    { title: 'UTF-8 and CVE-2024: read both', is: [] },
    { title: 'XPAY-1 PAY-01 PAY-1a', is: [] },
    { title: 'Tidy up', is: [] },
  ])('$title', ({ title, is }) => {
    expect(associationsIn(`${title}\n`)).toEqual(is);
  });

  it('reads a title that goes over two lines as one', () => {
    expect(associationsIn('Fix login\n(PAY-1)\n\nbody')).toEqual(['owns PAY-1 title']);
  });
});
