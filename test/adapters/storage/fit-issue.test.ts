import { createHash } from 'node:crypto';

import { fitIssue } from '../../../src/adapters/storage/fit-issue';
import { pack } from '../../../src/adapters/storage/packed';
import { commitEvidence, issueEvidence, repositoryEvidence } from '../../support/builders';

const digest = (text: string) => createHash('sha512').update(text).digest('hex');

/** Commits that no compression makes much smaller. */
const commits = (count: number, of: string) =>
  Array.from({ length: count }, (_, index) => {
    const sha = digest(`${of} ${index}`);
    return commitEvidence({ sha, title: `${sha}${digest(sha)}` });
  });

const sizeOf = (issue: ReturnType<typeof fitIssue>) => JSON.stringify(pack(issue)).length;

describe('fitIssue', () => {
  it('leaves an issue of usual size as it is', () => {
    const issue = issueEvidence([repositoryEvidence({ commits: commits(300, 'a') })]);

    expect(fitIssue(issue)).toBe(issue);
  });

  it('keeps the newest commits of each repository and counts the others', () => {
    const repositories = [
      repositoryEvidence({ commits: commits(3000, 'a'), omitted: 5 }),
      repositoryEvidence({ repository: 'github:acme/ui', commits: commits(10, 'b') }),
    ];

    const [large, small] = fitIssue(issueEvidence(repositories)).repositories;

    expect(sizeOf(issueEvidence(repositories))).toBeGreaterThan(230 * 1024);
    expect(small).toEqual(repositories[1]);
    const kept = large?.commits.length ?? 0;
    expect(kept).toBeGreaterThan(500);
    expect(large?.commits).toEqual(repositories[0]?.commits.slice(0, kept));
    expect(kept + (large?.omitted ?? 0)).toBe(3005);
  });

  it('cuts mentions sooner than changes, and counts them too', () => {
    const part = { commits: commits(1000, 'a'), mentions: commits(1000, 'b') };

    const fitted = fitIssue(issueEvidence([repositoryEvidence(part)]));

    const [kept] = fitted.repositories.map(({ commits: own, mentions, omitted }) => ({
      commits: own.length,
      mentions: mentions.length,
      all: own.length + mentions.length + omitted,
    }));
    expect(kept?.commits).toBeGreaterThan(kept?.mentions ?? 0);
    expect(kept?.all).toBe(2000);
    expect(sizeOf(fitted)).toBeLessThanOrEqual(230 * 1024);
  });

  it('keeps of deployments what they changed for the commits that are kept', () => {
    const own = commits(3000, 'a');
    const [newest = '', oldest = ''] = [own[0]?.sha, own.at(-1)?.sha];
    const deployment = {
      environment: 'qa',
      sha: 'q1',
      state: 'success' as const,
      at: '2026-05-04T09:00:00Z',
      url: null,
      tookAway: [],
    };
    const deployments = [
      { ...deployment, id: '1', holds: [oldest], brought: [oldest] },
      { ...deployment, id: '2', holds: [oldest, newest], brought: [newest] },
    ];

    const [fitted] = fitIssue(
      issueEvidence([repositoryEvidence({ commits: own, deployments })]),
    ).repositories;

    expect(fitted?.deployments).toEqual([
      { ...deployment, id: '2', holds: [newest], brought: [newest] },
    ]);
  });

  it('fits an issue that forty repositories hold changes of', () => {
    const repositories = Array.from({ length: 40 }, (_, index) =>
      repositoryEvidence({
        repository: `github:acme/r${index}`,
        commits: commits(200, `${index}`),
      }),
    );

    const fitted = fitIssue(issueEvidence(repositories));

    expect(sizeOf(fitted)).toBeLessThanOrEqual(230 * 1024);
    expect(fitted.repositories.map((one) => one.commits.length + one.omitted)).toEqual(
      Array<number>(40).fill(200),
    );
    expect(Math.min(...fitted.repositories.map((one) => one.commits.length))).toBeGreaterThan(0);
  });

  it('changes nothing when it is asked again', () => {
    const fitted = fitIssue(issueEvidence([repositoryEvidence({ commits: commits(3000, 'a') })]));

    expect(fitIssue(fitted)).toBe(fitted);
  });
});
