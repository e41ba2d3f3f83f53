import { presentJudgement } from '../../src/api/present-judgement';
import { judgeIssue } from '../../src/domain/promotion/judge-issue';
import { issueFacts, REPOSITORY } from '../support/builders';
import { blockedBy, judgeInput, toldIssue } from '../support/judged';

const TESTED = ['develop', 'release/test'];
const judgedFacts = (...input: Parameters<typeof judgeInput>) =>
  issueFacts({ judgement: judgeIssue(judgeInput(...input)) });

describe('presentJudgement', () => {
  it('says what must still travel, and that it may', () => {
    expect(presentJudgement(judgedFacts([toldIssue('PAY-1', TESTED)]))).toMatchObject({
      verdict: 'safe',
      reasons: [],
      promotion: { from: 'test', to: 'prod' },
      toPromote: [{ repository: REPOSITORY, sha: 'pay-10000000' }],
      order: { issues: ['PAY-1'], repositories: [REPOSITORY], cycles: [] },
    });
  });

  it('gives the evidence of a reason as addresses, and with words', () => {
    const { reasons } = presentJudgement(
      judgedFacts([toldIssue('PAY-1', TESTED)], {
        gaps: [{ repository: REPOSITORY, what: 'checks', why: 'GitHub answered 403' }],
      }),
    );

    expect(reasons).toMatchObject([
      {
        code: 'evidence-incomplete',
        level: 'manual-review',
        evidence: ['https://github.com/acme/payments-api'],
        links: [{ url: 'https://github.com/acme/payments-api' }],
      },
    ]);
    expect(reasons[0]?.links[0]?.text).toContain('GitHub answered 403');
  });

  it('names what is needed, with where it is said', () => {
    const waiting = toldIssue('PAY-1', TESTED, { links: [blockedBy('PAY-2')] });

    const { dependencies } = presentJudgement(
      judgedFacts([waiting, toldIssue('PAY-2', ['develop'], { summary: 'First' })]),
    );

    expect(dependencies).toEqual([
      {
        key: 'PAY-2',
        summary: 'First',
        issueStatus: 'In Progress',
        status: 'missing',
        why: '1 of 1 change is not on prod, and it does not travel along',
        sources: ['jira-link'],
        links: [{ text: 'PAY-1 is blocked by PAY-2', url: null }],
        neededBy: 'PAY-1',
      },
    ]);
  });

  it('lets a person judge where no route says where to', () => {
    expect(presentJudgement(issueFacts({ judgement: null }))).toMatchObject({
      verdict: 'manual-review',
      reasons: [{ code: 'evidence-incomplete', level: 'manual-review' }],
      promotion: null,
      toPromote: [],
    });
  });
});
