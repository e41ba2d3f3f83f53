import { judgeIssue } from '../../../src/domain/promotion/judge-issue';
import { commitEvidence, REPOSITORY } from '../../support/builders';
import { blockedBy, judgeInput, toldIssue } from '../../support/judged';

const TESTED = ['develop', 'release/test'];
const EVERYWHERE = [...TESTED, 'main'];
const version = (name: string, isReleased = false) => ({ id: name, name, isReleased });

const codesOf = (input: Parameters<typeof judgeIssue>[0]): string[] =>
  judgeIssue(input).reasons.map(({ code }) => code);

describe('judgeIssue', () => {
  it('lets an issue go on that is tested and against which nothing speaks', () => {
    const judged = judgeIssue(judgeInput([toldIssue('PAY-1', TESTED)]));

    expect(judged).toMatchObject({ verdict: 'safe', reasons: [] });
    expect(judged.plan).toMatchObject([
      { repository: REPOSITORY, commits: [{ sha: 'pay-10000000' }] },
    ]);
    expect(judged.actions.map(({ code }) => code)).toEqual(['promote']);
    expect(judged.order).toEqual({ issues: ['PAY-1'], repositories: [REPOSITORY], cycles: [] });
  });

  it('is blocked by an issue that it needs and that does not travel', () => {
    const waiting = toldIssue('PAY-1', TESTED, { links: [blockedBy('PAY-2')] });

    const judged = judgeIssue(judgeInput([waiting, toldIssue('PAY-2', ['develop'])]));

    expect(judged.verdict).toBe('blocked');
    expect(judged.facts.dependencies.edges).toMatchObject([
      { key: 'PAY-2', status: 'missing', neededBy: 'PAY-1' },
    ]);
    expect(judged.order.issues).toEqual(['PAY-2', 'PAY-1']);
  });

  it.each([
    {
      when: 'it is in the target',
      branches: EVERYWHERE,
      versions: [],
      status: 'satisfied',
    },
    {
      when: 'it is planned for the same version, and tested',
      branches: TESTED,
      versions: [version('May')],
      status: 'in-bundle',
    },
    {
      when: 'it is planned for the same version, and blocked itself',
      branches: ['develop'],
      versions: [version('May')],
      status: 'missing',
    },
    {
      when: 'the version that both have is out',
      branches: TESTED,
      versions: [version('April', true)],
      status: 'missing',
    },
  ])('sees that what is needed is $status when $when', ({ branches, versions, status }) => {
    const fixVersions = [version('May'), version('April', true)];
    const waiting = toldIssue('PAY-1', TESTED, { links: [blockedBy('PAY-2')], fixVersions });
    const needed = toldIssue('PAY-2', branches, { fixVersions: versions });

    const { facts } = judgeIssue(judgeInput([waiting, needed]));

    expect(facts.dependencies.edges.map((edge) => edge.status)).toEqual([status]);
  });

  it('tells of a hidden issue only that it is there, and is not safe', () => {
    const waiting = toldIssue('PAY-1', TESTED, { links: [blockedBy('PAY-2')] });

    const judged = judgeIssue(
      judgeInput([waiting, toldIssue('PAY-2', ['develop'])], { hidden: ['PAY-2'] }),
    );

    expect(judged.verdict).toBe('manual-review');
    expect(judged.facts.dependencies.edges).toMatchObject([
      { key: null, summary: null, status: 'hidden' },
    ]);
    expect(
      JSON.stringify([judged.facts.dependencies, judged.reasons, judged.actions]),
    ).not.toContain('PAY-2');
  });

  it('does not know an issue that nobody has heard of', () => {
    const waiting = toldIssue('PAY-1', TESTED, { links: [blockedBy('PAY-99')] });

    expect(codesOf(judgeInput([waiting]))).toContain('dependency-unresolved');
  });

  it('names a cycle, and lets it travel together', () => {
    const fixVersions = [version('May')];
    const one = toldIssue('PAY-1', TESTED, { links: [blockedBy('PAY-2')], fixVersions });
    const other = toldIssue('PAY-2', TESTED, { links: [blockedBy('PAY-1')], fixVersions });

    const judged = judgeIssue(judgeInput([one, other]));

    expect(judged.order.cycles).toEqual([['PAY-1', 'PAY-2']]);
    expect(judged.reasons.map(({ code }) => code)).toContain('dependency-cycle');
    expect(judged.reasons.map(({ code }) => code)).not.toContain('missing-dependency');
  });

  it('is never safe with a gap', () => {
    const gaps = [{ repository: REPOSITORY, what: 'checks', why: 'GitHub answered 403' }];

    expect(judgeIssue(judgeInput([toldIssue('PAY-1', TESTED)], { gaps }))).toMatchObject({
      verdict: 'manual-review',
      reasons: [{ code: 'evidence-incomplete' }],
    });
  });

  it('does not promote an empty commit', () => {
    const told = toldIssue('PAY-1', TESTED);
    told.parts[0]?.commits.push(
      commitEvidence({ sha: 'empty', carriesChange: false, presence: {}, checks: [] }),
    );

    const { plan } = judgeIssue(judgeInput([told]));

    expect(plan.flatMap(({ commits }) => commits.map(({ sha }) => sha))).toEqual(['pay-10000000']);
  });
});
