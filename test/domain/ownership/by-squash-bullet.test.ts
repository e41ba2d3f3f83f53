import type { Association } from '../../../src/domain/ownership/association';
import { associationsIn } from '../../support/ownership';

const pullRequest = { number: 12, title: 'Login', headBranch: 'patch-1', mergeSha: null };

describe('bySquashBullet', () => {
  const body =
    '* PAY-1 part one\n\n* Fix login (PAY-2)\n\nlike PAY-3\n\nCo-authored-by: Bo <b@c.d>';

  it.each([
    { when: 'the title ends in a number', title: 'Login (#12)' },
    { when: 'the title ends in a merge request', title: 'Login (!12)' },
    {
      when: 'the commit is what a pull request was merged as',
      title: 'Login',
      more: { pullRequests: [{ ...pullRequest, mergeSha: 'c0ffee1' }] },
    },
  ])('owns what its bullets own when $when', ({ title, more = {} }) => {
    expect(associationsIn(`${title}\n\n${body}\n`, more)).toEqual([
      'owns PAY-1 squash-bullet',
      'owns PAY-2 squash-bullet',
      'mentions PAY-3 body',
    ]);
  });

  it('takes a body of bullets alone for a squash', () => {
    expect(associationsIn('Login\n\n* PAY-1 one\n* PAY-2, PAY-3 two\n\nRisk: low\n')).toEqual([
      'owns PAY-1 squash-bullet',
      'owns PAY-2 squash-bullet',
      'owns PAY-3 squash-bullet',
    ]);
  });

  it.each([
    { when: 'it points at another issue', message: 'Login (#12)\n\n* see also PAY-1' },
    { when: 'the list has dashes', message: 'Login (#12)\n\n- PAY-1 part one' },
    { when: 'it is indented', message: 'Login (#12)\n\n  * PAY-1 part one' },
    { when: 'prose stands before it', message: 'Login\n\nRemarks:\n\n* PAY-1 part one' },
    { when: 'it follows a divider', message: 'Bump x (#12)\n\nBumps x.\n\n---\n* PAY-1 part one' },
  ])('a bullet is a mention when $when', ({ message }) => {
    expect(associationsIn(message)).toEqual(['mentions PAY-1 body']);
  });

  it('reads no bullets in a merge commit', () => {
    expect(associationsIn('Join (#12)\n\n* PAY-1 one', {}, { parents: ['p1', 'p2'] })).toEqual([
      'mentions PAY-1 body',
    ]);
  });

  it.each([
    {
      when: 'another bullet makes it',
      bullets: '* PAY-1 one\n* Revert "PAY-1 one"',
      is: ['owns PAY-1 squash-bullet'],
    },
    {
      when: 'no other bullet makes it',
      bullets: '* Revert "PAY-1 one"',
      is: ['reverts PAY-1 squash-bullet'],
    },
  ])('a bullet that reverts, when $when', ({ bullets, is }) => {
    expect(associationsIn(`Login (#12)\n\n${bullets}`)).toEqual(is);
  });

  it('does not become a revert by the words of an inner one', () => {
    const associationsOf = (): Association[] => [
      { issueKey: 'PAY-1', kind: 'owns', source: 'title', detail: null },
    ];
    const message = 'Login (#12)\n\n* PAY-1 one\n\n* Undo\n\nThis reverts commit 1234567.';

    expect(associationsIn(message, { associationsOf })).toEqual(['owns PAY-1 squash-bullet']);
  });
});
