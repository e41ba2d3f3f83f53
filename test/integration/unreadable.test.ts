import type { LocalSite } from '../../dev/local-site/open-site';
import type { IssueView } from '../../src/api/contract';
import { issue, openTestSite, settingsOf, valueOf } from '../support/local-site';
import { createStoryRepository } from '../support/story-repository';
import { createRepository } from '../support/git-repository';
import { skipPauses } from '../support/skip-pauses';
import { createTempFolder } from '../support/temp-folder';

const API = 'https://api.github.com';
const REPOSITORY = `${API}/repos/acme/payments-api`;

describe('what could not be read', () => {
  const story = createStoryRepository();
  let site: LocalSite | undefined;

  skipPauses();
  afterEach(async () => {
    expect(site?.platform.deadEvents()).toEqual([]);
    await site?.close();
    site = undefined;
  });

  async function viewWith(
    faults: unknown[],
    issueKey = 'PAY-1',
    repository = story.site,
  ): Promise<IssueView> {
    await site?.close();
    site = await openTestSite({
      repositories: [repository],
      issues: ['PAY-1', 'PAY-2', 'PAY-3'].map((key) => issue(key)),
      faults,
    });
    await site.platform.drain();
    return valueOf(site, 'getIssue', { issueKey });
  }

  it('is one passing error: nothing is missing', async () => {
    const { evidence } = await viewWith([
      { match: `GET ${REPOSITORY}/commits*`, nth: 1, status: 502 },
    ]);

    expect(evidence).toMatchObject({ complete: true, gaps: [] });
  });

  it.each([
    {
      what: 'the whole repository',
      fault: { match: `GET ${REPOSITORY}*`, status: 404 },
      gap: 'the repository',
      asOf: null,
    },
    {
      what: 'the token',
      fault: { match: `* ${API}/*`, status: 401 },
      gap: 'the repository',
      asOf: null,
    },
    {
      what: 'the commits',
      fault: { match: `GET ${REPOSITORY}/commits*`, status: 403 },
      gap: 'commits',
      asOf: '2026-05-04T09:00:00.000Z',
    },
    {
      what: 'the deployments',
      fault: { match: `GET ${REPOSITORY}/deployments*`, status: 403 },
      gap: 'deployments',
      asOf: '2026-05-04T09:00:00.000Z',
    },
    {
      what: 'the pull requests',
      fault: { match: `GET ${REPOSITORY}/pulls*`, status: 500 },
      gap: 'pull requests',
      asOf: '2026-05-04T09:00:00.000Z',
    },
    {
      what: 'the network',
      fault: { match: `* ${API}/*`, status: 0 },
      gap: 'the repository',
      asOf: null,
    },
  ])('is $what: the gap says so, and nothing counts as safe', async ({ fault, gap, asOf }) => {
    const view = await viewWith([fault]);

    expect(view.evidence.complete).toBe(false);
    expect(view.evidence.gaps.map(({ what }) => what)).toEqual([gap]);
    expect(view.evidence.asOf).toBe(asOf);
    expect(['manual-review', 'blocked']).toContain(view.verdict);
  });

  it('leaves deployments unknown, not absent', async () => {
    const view = await viewWith([{ match: `GET ${REPOSITORY}/deployments*`, status: 403 }]);

    expect(
      view.changes[0]?.cells.map(({ state, environments }) => [state, environments[0]?.deployed]),
    ).toEqual([
      ['all', null],
      ['all', null],
      ['none', null],
    ]);
  });

  /** What another commit of the same name changed on main ends in the same file: only the file tells. */
  function retyped(): typeof story.site {
    const git = createRepository(createTempFolder({}), 'retyped');
    git.commit({ message: 'Begin', files: { a: '1' }, branch: 'main' });
    git.branch('release/test', 'main');
    git.branch('develop', 'main');
    git.commit({ message: 'PAY-1 one', files: { b: '1' }, branch: 'develop' });
    git.commit({ message: 'By hand', files: { b: '0' }, branch: 'main' });
    git.commit({ message: 'By hand again', files: { b: '1' }, branch: 'main' });
    return { path: 'acme/payments-api', git: git.gitFolder };
  }

  it('is whether a change is there whose files are refused', async () => {
    const [read, refused] = [
      await viewWith([], 'PAY-1', retyped()),
      await viewWith([{ match: `GET ${REPOSITORY}/git/trees/*`, status: 403 }], 'PAY-1', retyped()),
    ].map(({ changes, evidence }) => ({
      prod: changes[0]?.commits[0]?.presence.prod,
      gaps: evidence.gaps.map(({ what }) => what),
    }));

    expect(read).toMatchObject({ prod: { state: 'present', by: 'content' }, gaps: [] });
    expect(refused).toEqual({
      prod: { state: 'unknown', by: null, as: null },
      gaps: ['what commits changed'],
    });
  });

  it('leaves unknown where a change is whose diffs are refused', async () => {
    const view = await viewWith([{ match: `GET ${REPOSITORY}/commits/*`, status: 403 }]);

    expect(view.lines.map(({ name, state }) => [name, state])).toEqual([
      ['dev', 'deployed'],
      ['test', 'deployed'],
      ['prod', 'unknown'],
    ]);
    const change = view.changes[0]?.commits.find(({ isMerge }) => !isMerge);
    expect(change?.presence.prod).toEqual({ state: 'unknown', by: null, as: null });
    expect(view.evidence.complete).toBe(false);
    expect(view.evidence.gaps).toEqual([
      {
        repository: 'github:acme/payments-api',
        what: 'what commits changed',
        why: expect.stringContaining('does not let the token read') as string,
      },
    ]);
  });

  it('knows where a change is after one passing error', async () => {
    const view = await viewWith([{ match: `GET ${REPOSITORY}/commits/*`, nth: 1, status: 502 }]);

    expect(view.lines.map(({ state }) => state)).toEqual(['deployed', 'deployed', 'none']);
    expect(view.evidence.gaps).toEqual([]);
  });

  it('waits as long as a spent rate limit asks, then goes on', async () => {
    const reset = String(Date.parse('2026-05-04T09:30:00Z') / 1000);
    const headers = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset };
    const spent = { match: `GET ${REPOSITORY}/commits*`, nth: 1, times: 2, status: 403, headers };
    site = await openTestSite(
      { repositories: [story.site], faults: [spent] },
      { clock: { mode: 'ticking', start: '2026-05-04T09:00:00Z' } },
    );
    await site.platform.drain();

    const view = await valueOf(site, 'getIssue', { issueKey: 'PAY-1' });

    expect(view.evidence).toMatchObject({ complete: true, gaps: [] });
    expect(Date.parse(view.evidence.now)).toBeGreaterThanOrEqual(
      Date.parse('2026-05-04T09:30:00Z'),
    );
  });

  it('is an empty repository: read, and without commits', async () => {
    const empty = createRepository(createTempFolder({}), 'empty');
    const repositories = [story.site, { path: 'acme/empty', git: empty.gitFolder }];
    site = await openTestSite({ repositories });
    await site.platform.drain();

    const { evidence } = await valueOf(site, 'getIssue', { issueKey: 'PAY-1' });

    expect(evidence).toMatchObject({ complete: true, gaps: [] });
  });

  it('is a repository that no connection covers', async () => {
    site = await openTestSite({
      repositories: [story.site],
      settings: settingsOf([{ path: 'acme/payments-api' }, { path: 'ghe.acme.com/acme/other' }]),
    });
    await site.platform.drain();

    const { evidence } = await valueOf(site, 'getIssue', { issueKey: 'PAY-1' });

    expect(evidence.complete).toBe(false);
    expect(evidence.gaps).toContainEqual({
      repository: 'github:ghe.acme.com/acme/other',
      what: 'the repository',
      why: 'No connection covers it. Add one on the settings page.',
    });
  });
});
