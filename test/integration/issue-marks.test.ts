import type { Between, LocalSite } from '../../dev/local-site/open-site';
import { createRepository, type GitRepository } from '../support/git-repository';
import { issue, openTestSite, refresh } from '../support/local-site';
import { createTempFolder } from '../support/temp-folder';

const MAY = { id: '10', name: 'May', projectId: 1, released: false };
const PAY = {
  route: ['dev', 'test', 'prod'],
  lines: {
    dev: { branch: 'develop' },
    test: { branch: 'release/test' },
    prod: { branch: 'main' },
  },
  repositories: [{ id: 'github:acme/api' }],
};
const done = { name: 'Done', statusCategory: { key: 'done' } };

type World = {
  git: GitRepository;
  site: LocalSite;
  /** Method and path of each call that writes a property. */
  writes: string[];
  find: (jql: string, accountId?: string) => Promise<string[]>;
};

/** PAY-1 and PAY-2 of May, both done: PAY-1 is on test, PAY-2 on dev only; PAY-3 is in no release. */
async function openWorld(faults: unknown[] = [], others: unknown[] = []): Promise<World> {
  const git = createRepository(createTempFolder({}), 'api');
  git.commit({ message: 'First\n', files: { 'a.txt': 'one\n' }, branch: 'main' });
  git.branch('develop', 'main');
  git.commit({ message: 'PAY-1 Fix\n', files: { 'a.txt': 'two\n' }, branch: 'develop' });
  git.branch('release/test', 'develop');
  git.commit({ message: 'PAY-2 More\n', files: { 'b.txt': 'b\n' }, branch: 'develop' });
  const writes: string[] = [];
  const between: Between = ({ method, url }, answer) => {
    const { pathname } = new URL(url);
    if (pathname.includes('/properties/')) writes.push(`${method} ${pathname}`);
    return answer();
  };
  const issues = ['PAY-1', 'PAY-2'].map((key) =>
    issue(key, { fixVersions: [MAY], status: done, updated: '2026-03-01T09:00:00.000+0000' }),
  );
  const site = await openTestSite(
    {
      repositories: [{ path: 'acme/api', git: git.gitFolder }],
      issues: [...issues, issue('PAY-3'), ...others],
      versions: [MAY],
      settings: { version: 1, projects: { PAY } },
      faults,
    },
    { between },
  );
  await site.platform.drain();
  const find = async (jql: string, accountId = 'ana'): Promise<string[]> => {
    const query = new URLSearchParams({ jql, fields: 'key' });
    const url = `https://local-site.example/rest/api/3/search/jql?${query.toString()}`;
    const answer = await site.askJira(accountId, new Request(url));
    const { issues: found } = (await answer.json()) as { issues: { key: string }[] };
    return found.map(({ key }) => key);
  };
  return { git, site, writes, find };
}

const sweep = async ({ platform }: LocalSite): Promise<void> => {
  await platform.runScheduled('hourly-sweep');
  await platform.drain();
};

const path = (key: string): string => `/rest/api/3/issue/${key}/properties/convoy-release`;

describe('the verdict in Jira’s own search', () => {
  let world: World;

  beforeEach(async () => {
    world = await openWorld();
  });
  afterEach(() => world.site.close());

  it('finds what is blocked in a release to come, and what its decision is', async () => {
    const { site, find } = world;

    expect(site.platform.deadEvents()).toEqual([]);
    expect(await find('releaseVerdict = blocked')).toEqual(['PAY-2']);
    expect(await find('releaseVerdict != blocked')).toEqual(['PAY-1']);
    expect(await find('fixVersion = May AND releaseDecision = "NO-SHIP"')).toEqual([
      'PAY-1',
      'PAY-2',
    ]);
  });

  it('does not find it any more when the fix arrived', async () => {
    const { git, site, find } = world;
    git.branch('release/test', 'develop');

    await refresh(site);

    expect(await find('releaseVerdict = blocked')).toEqual([]);
    expect(await find('releaseDecision = SHIP')).toEqual(['PAY-1', 'PAY-2']);
  });

  it('finds only what a person may see', async () => {
    expect(await world.find('releaseVerdict = blocked', 'bo')).toEqual([]);
  });

  it('lies on the issue in a few words', async () => {
    const url = `https://local-site.example${path('PAY-2')}`;

    const answer = await world.site.askJira('ana', new Request(url));

    expect(await answer.json()).toEqual({
      key: 'convoy-release',
      value: { v: 1, verdict: 'blocked', decision: 'NO-SHIP', versionIds: ['10'] },
    });
  });

  it('is written once, and again only when it changed', async () => {
    const { site, writes } = world;
    expect(writes).toEqual([`PUT ${path('PAY-1')}`, `PUT ${path('PAY-2')}`]);

    await sweep(site);

    expect(writes).toHaveLength(2);
  });

  it('is taken off an issue that left the release, and off all when it is out', async () => {
    const { site, writes, find } = world;
    const [first] = site.site.jira.issues;
    if (first) first.fields.fixVersions = [];

    await sweep(site);

    expect(writes.slice(2)).toEqual([`DELETE ${path('PAY-1')}`]);
    for (const version of site.site.jira.versions) version.released = true;
    await sweep(site);
    expect(writes.slice(3)).toEqual([`DELETE ${path('PAY-2')}`]);
    expect(await find('releaseVerdict in (safe, blocked, unknown)')).toEqual([]);
  });
});

describe('when Jira does not take it', () => {
  let world: World | undefined;
  const openWith = async (faults: unknown[]): Promise<World> => (world = await openWorld(faults));

  afterEach(() => world?.site.close());

  it('is written a while later after a failure', async () => {
    const match = `PUT */properties/convoy-release`;
    const { find } = await openWith([{ match, nth: 1, status: 503 }]);

    expect(await find('releaseVerdict = blocked')).toEqual(['PAY-2']);
    expect(await find('releaseVerdict = safe')).toEqual(['PAY-1']);
  });

  it('leaves an issue alone that the app may not edit, and writes on the others', async () => {
    const match = `PUT *PAY-1/properties/convoy-release`;
    const { site, writes, find } = await openWith([{ match, status: 403 }]);

    await sweep(site);

    expect(site.platform.deadEvents()).toEqual([]);
    expect(await find('releaseVerdict in (safe, blocked)')).toEqual(['PAY-2']);
    expect(writes.filter((write) => write.includes('PAY-1'))).toHaveLength(1);
  });
});

describe('a release of hundreds of issues', () => {
  const others = Array.from({ length: 120 }, (_, nth) =>
    issue(`PAY-${nth + 10}`, { fixVersions: [MAY], updated: '2026-03-01T09:00:00.000+0000' }),
  );
  let world: World;

  beforeAll(async () => {
    world = await openWorld([], others);
  });
  afterAll(() => world.site.close());

  it('is judged in the background, and written on each of its issues once', async () => {
    const { writes, find } = world;

    expect(new Set(writes).size).toBe(122);
    expect(writes).toHaveLength(122);
    expect(await find('releaseVerdict = blocked AND key in (PAY-1, PAY-2)')).toEqual(['PAY-2']);
  });

  it('costs three questions to Jira, and few to storage, while nothing changes', async () => {
    const { site, writes } = world;
    const before = writes.length;
    site.platform.resetStats();

    await sweep(site);

    expect(writes).toHaveLength(before);
    const { jiraCalls, storage } = site.platform.stats();
    expect(jiraCalls).toBe(3);
    expect(storage.reads).toBeLessThan(50);
  });
});
