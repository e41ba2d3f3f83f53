import { associationsIn } from '../../support/ownership';

describe('mentions', () => {
  it.each([
    { when: 'prose names an issue', body: 'Like PAY-2, but faster.', is: ['mentions PAY-2 body'] },
    { when: 'a line is quoted', body: '> Closes: PAY-2\n\nmore', is: ['mentions PAY-2 quoted'] },
    {
      when: 'code is fenced',
      body: '```\nIssue: PAY-2\n```\n\nmore',
      is: ['mentions PAY-2 quoted'],
    },
    { when: 'a list of remarks', body: '- PAY-2 comes next', is: ['mentions PAY-2 body'] },
    { when: 'it depends on one', body: 'Depends-On: PAY-2', is: ['mentions PAY-2 depends-on'] },
    {
      when: 'prose says Depends-On',
      body: 'Depends-On: PAY-2\n\nmore',
      is: ['mentions PAY-2 body'],
    },
    {
      when: 'Dependabot writes it',
      body: 'Bumps x.\n- PAY-2 note\n\n---\nupdated-dependencies:\n- dependency-name: PAY-3\n...',
      is: ['mentions PAY-2 body', 'mentions PAY-3 body'],
    },
  ])('when $when', ({ body, is }) => {
    expect(associationsIn(`Work\n\n${body}\n`)).toEqual(is);
  });
});
