import { presentLife, presentLines } from '../../src/api/present-life';
import { judgeIssue } from '../../src/domain/promotion/judge-issue';
import { commitEvidence, inRefs, issueFacts, repositoryEvidence } from '../support/builders';
import { judgeInput, toldIssue } from '../support/judged';
import { line, projectSettings } from '../support/settings';

const settings = projectSettings({
  lines: {
    dev: line('develop'),
    test: line('release/test', { rejectedStatuses: ['QA failed'] }),
    prod: line('main'),
  },
});
const commit = (sha: string, at: string) =>
  commitEvidence({
    sha,
    title: `PAY-1 ${sha}`,
    presence: inRefs('branch:develop', 'branch:release/test'),
    arrivedAt: { 'branch:develop': at, 'branch:release/test': at },
  });
const parts = [
  repositoryEvidence({
    commits: [commit('b2', '2026-05-03T08:00:00Z'), commit('a1', '2026-05-01T08:00:00Z')],
  }),
];
const told = toldIssue('PAY-1', [], {
  history: [{ at: '2026-05-02T08:00:00Z', by: 'Quinn Abara', from: 'In QA', to: 'QA failed' }],
});
const facts = issueFacts({
  settings,
  parts,
  judgement: judgeIssue(judgeInput([told], { settings, parts })),
});

describe('presentLines', () => {
  it('says what changed on a line since somebody rejected there', () => {
    const [dev, test] = presentLines(facts);

    expect(dev).toMatchObject({ name: 'dev', state: 'all', stage: 'in-branch', since: null });
    expect(test).toMatchObject({
      changedSince: ['b2'],
      since: {
        event: { kind: 'rejected', by: 'Quinn Abara', status: 'QA failed' },
        commits: [
          {
            sha: 'b2',
            title: 'PAY-1 b2',
            url: 'https://github.com/acme/payments-api/commit/b2',
            reachedAt: '2026-05-03T08:00:00Z',
          },
        ],
      },
    });
  });

  it('has the lines of an issue that nobody judged', () => {
    expect(presentLines(issueFacts({ parts }))).toMatchObject([
      { name: 'dev', stage: null, since: null, changedSince: [] },
      { name: 'test' },
      { name: 'prod' },
    ]);
  });
});

describe('presentLife', () => {
  it('tells what happened on all lines, oldest first', () => {
    const told = presentLife(facts).map(({ kind, line: on, place, by, shas }) =>
      [kind, on, place ?? by, ...shas].join(' '),
    );

    expect(told).toEqual([
      'in-branch dev develop a1',
      'in-branch test release/test a1',
      'rejected test Quinn Abara',
      'in-branch dev develop b2',
      'in-branch test release/test b2',
    ]);
  });

  it('is nothing while nobody judged', () => {
    expect(presentLife(issueFacts())).toEqual([]);
  });
});
