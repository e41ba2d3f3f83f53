import { judgeIssue } from '../../../src/domain/promotion/judge-issue';
import { judgedIssueOf, unjudgedIssue } from '../../../src/domain/release/judged-issue-of';
import { commitEvidence, inRefs, REPOSITORY, repositoryStatus } from '../../support/builders';
import { judgeInput, toldIssue } from '../../support/judged';
import { projectSettings, repositorySettings } from '../../support/settings';

const TESTED = ['develop', 'release/test'];
const listed = repositorySettings(REPOSITORY, {
  ...{ service: 'Payments API', owner: 'Team Blue', kind: 'app', notes: ['Check the login'] },
});
const ofProject = projectSettings({ repositories: [listed] });

function judged(told = toldIssue('PAY-1', TESTED), settings = ofProject) {
  const input = judgeInput([told], { settings });
  const statuses = new Map([
    [REPOSITORY, repositoryStatus({ url: 'https://github.com/acme/api' })],
  ]);
  return judgedIssueOf({ ...told, settings, statuses, gaps: [] }, judgeIssue(input));
}

describe('judgedIssueOf', () => {
  it('tells what people call the repository, who owns it and what testers should look at', () => {
    expect(judged().changes).toMatchObject([
      {
        ...{ repository: REPOSITORY, name: 'Payments API', owner: 'Team Blue', kind: 'app' },
        notes: ['Check the login'],
      },
    ]);
  });

  it('has the address of a commit and where it is on each line', () => {
    expect(judged().changes[0]?.commits).toMatchObject([
      {
        url: 'https://github.com/acme/api/commit/pay-10000000',
        presence: {
          dev: { state: 'present' },
          test: { state: 'present' },
          prod: { state: 'absent' },
        },
      },
    ]);
  });

  it('puts the oldest commit first', () => {
    const { issue, parts } = toldIssue('PAY-1', TESTED);
    const commits = ['b2', 'a1'].map((sha) =>
      commitEvidence({ sha, presence: inRefs('branch:develop') }),
    );
    const told = { issue, parts: parts.map((part) => ({ ...part, commits })) };

    expect(judged(told).changes[0]?.commits.map(({ sha }) => sha)).toEqual(['a1', 'b2']);
  });

  it('tells the checks that are not required, and counts those that passed', () => {
    const { issue, parts } = toldIssue('PAY-1', TESTED);
    const check = { url: null, at: null };
    const commit = commitEvidence({
      ...{ sha: 'a1', presence: inRefs('branch:develop', 'branch:release/test') },
      checks: [
        { ...check, name: 'build', state: 'passed' },
        { ...check, name: 'lint', state: 'skipped' },
        { ...check, name: 'e2e', state: 'failed' },
      ],
    });
    const told = { issue, parts: parts.map((part) => ({ ...part, commits: [commit] })) };

    expect(judged(told, { ...ofProject, requiredChecks: ['build'] }).signals).toEqual([
      {
        ...{ repository: REPOSITORY, sha: 'a1', passed: 1 },
        open: [
          {
            ...{ state: 'failed', text: 'Payments API a1: e2e failed' },
            url: 'https://github.com/acme/payments-api/commit/a1',
          },
        ],
      },
    ]);
  });

  it('leaves out a repository that only mentions the issue', () => {
    const { issue, parts } = toldIssue('PAY-1', TESTED);
    const mentioning = parts.map((part) => ({ ...part, commits: [] }));

    expect(judged({ issue, parts: mentioning }).changes).toEqual([]);
  });
});

describe('unjudgedIssue', () => {
  it('is never safe, and says why', () => {
    const { issue } = toldIssue('PAY-1', []);

    expect(unjudgedIssue({ issue, gaps: [] }, 'PAY has no lines')).toMatchObject({
      ...{ key: 'PAY-1', verdict: 'manual-review', toPromote: [] },
      reasons: [
        {
          code: 'evidence-incomplete',
          summary: 'PAY has no lines: nobody can tell where PAY-1 may go.',
        },
      ],
    });
  });
});
