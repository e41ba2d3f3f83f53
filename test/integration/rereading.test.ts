import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { openSite, type LocalSite } from '../../dev/local-site/open-site';
import { readSite } from '../../dev/site-file/read-site';
import type { GitRepository } from '../support/git-repository';
import { countHostCalls, issue, refresh, valueOf, writeTestSite } from '../support/local-site';
import { createStoryRepository, deployment } from '../support/story-repository';

describe('reading again', () => {
  let git: GitRepository;
  let folder: string;
  let site: LocalSite;

  beforeEach(async () => {
    const story = createStoryRepository();
    git = story.git;
    folder = writeTestSite({
      repositories: [story.site],
      issues: ['PAY-1', 'PAY-2', 'PAY-3'].map((key) => issue(key)),
    });
    site = await openSite(readSite(folder), { store: null });
    await site.platform.drain();
  });
  afterEach(async () => {
    expect(site.platform.deadEvents()).toEqual([]);
    await site.close();
    git.remove();
  });

  const titles = async (issueKey: string): Promise<string[]> =>
    (await valueOf(site, 'getIssue', { issueKey })).changes.flatMap(({ commits }) =>
      commits.map(({ title }) => title),
    );
  const states = async (issueKey: string): Promise<string[]> =>
    (await valueOf(site, 'getIssue', { issueKey })).lines.map(
      ({ name, state }) => `${name} ${state}`,
    );

  it('costs three conditional calls and one for an unsettled check when nothing changed', async () => {
    const calls = await countHostCalls(site, () => refresh(site));

    expect(calls).toBe(4);
  });

  it('finds a commit that was pushed since', async () => {
    git.commit({ message: 'PAY-1 late fix', files: { late: '1' }, branch: 'develop' });

    const calls = await countHostCalls(site, () => refresh(site));

    // As without a change, and its page, its diff, and the files of each commit where a ref lacks it.
    expect(calls).toBeLessThanOrEqual(10);
    expect(await titles('PAY-1')).toContain('PAY-1 late fix');
    expect(await states('PAY-1')).toEqual(['dev all', 'test part', 'prod none']);
  });

  it('takes a commit off the line that a force push took it from; it still runs where it was deployed', async () => {
    git.branch('develop', git.git('rev-parse', 'develop~1').trim());

    await refresh(site);

    const { changes } = await valueOf(site, 'getIssue', { issueKey: 'PAY-2' });
    const dev = changes[0]?.cells.find(({ line }) => line === 'dev');

    expect(dev).toMatchObject({ state: 'none', environments: [{ deployed: 1 }] });
  });

  it('says that a line has no branch any more', async () => {
    git.deleteBranch('release/test');

    await refresh(site);
    const { changes } = await valueOf(site, 'getIssue', { issueKey: 'PAY-1' });

    expect(
      changes[0]?.cells.map(({ line, branchState, state }) => [line, branchState, state]),
    ).toEqual([
      ['dev', 'read', 'deployed'],
      ['test', 'missing', 'none'],
      ['prod', 'read', 'none'],
    ]);
  });

  it('takes an issue out of an environment when an older sha is deployed later', async () => {
    const root = git.git('rev-parse', 'main').trim();
    const deployments = [
      deployment(1, git.head('release/test'), 'qa', ['success']),
      deployment(4, root, 'qa', ['success']),
    ];
    writeFileSync(join(folder, '0.deployments.json'), JSON.stringify(deployments));

    await refresh(site);
    const { changes } = await valueOf(site, 'getIssue', { issueKey: 'PAY-1' });
    const test = changes[0]?.cells.find(({ line }) => line === 'test');

    expect(test).toMatchObject({
      state: 'all',
      environments: [{ name: 'qa', deployed: 0, sha: root }],
    });
  });

  it('keeps a person’s link and unlink with who, when and why', async () => {
    const sha = git.git('rev-parse', 'main').trim();
    const place = { issueKey: 'PAY-2', repository: 'github:acme/payments-api' };
    await valueOf(site, 'linkCommit', { ...place, sha: sha.slice(0, 8), reason: 'Began here' });
    const own = git.git('rev-parse', 'develop').trim();
    await valueOf(site, 'unlinkCommit', { ...place, sha: own, reason: 'Typo in the key' });
    await site.platform.drain();

    const view = await valueOf(site, 'getIssue', { issueKey: 'PAY-2' });

    expect(view.changes.flatMap(({ commits }) => commits)).toMatchObject([
      { sha, source: 'manual', associations: [{ detail: 'Ana Lima, 2026-05-04: Began here' }] },
    ]);
    expect(view.unlinked).toEqual([
      {
        repository: 'github:acme/payments-api',
        sha: own,
        title: 'PAY-2: two',
        by: 'Ana Lima',
        at: '2026-05-04T09:00:00.000Z',
        reason: 'Typo in the key',
      },
    ]);
  });

  it('keeps the word on a commit that was linked by hand and taken away again', async () => {
    const sha = git.git('rev-parse', 'main').trim();
    const place = { issueKey: 'PAY-2', repository: 'github:acme/payments-api', sha };
    await valueOf(site, 'linkCommit', { ...place, reason: 'Began here' });
    await valueOf(site, 'unlinkCommit', { ...place, reason: 'No, it did not' });
    await site.platform.drain();

    const view = await valueOf(site, 'getIssue', { issueKey: 'PAY-2' });

    expect(await titles('PAY-2')).toEqual(['PAY-2: two']);
    expect(view.unlinked.map(({ reason }) => reason)).toEqual(['No, it did not']);
  });

  it('takes a repository out of the issues when the settings list it no more, and back when they do', async () => {
    const { settings } = await valueOf(site, 'getSettings', { projectKey: 'PAY' });
    if (!settings) throw new Error('PAY is not set up');
    const { repositories } = settings;
    const other = repositories.map((one) => ({ ...one, id: 'github:acme/other' }));

    await valueOf(site, 'saveSettings', { settings: { ...settings, repositories: other } });
    await site.platform.drain();
    expect(await titles('PAY-2')).toEqual([]);

    await valueOf(site, 'saveSettings', { settings });
    await site.platform.drain();
    expect(await titles('PAY-2')).toEqual(['PAY-2: two']);
  });
});
