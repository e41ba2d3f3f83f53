import type { LocalSite } from '../../dev/local-site/open-site';
import type { ReleasePartName } from '../../src/api/contract';
import { createRepository } from '../support/git-repository';
import { issue, LINES, openTestSite, valueOf } from '../support/local-site';
import { createTempFolder } from '../support/temp-folder';

const MAY = { id: '10', name: 'May', projectId: 1, released: false };
const JUNE = { id: '20', name: 'May', projectId: 2, released: false };
const SECRET = 'Buy the competitor';

const PARTS: ReleasePartName[] = [
  ...(['reasons', 'repositories', 'manual-steps', 'qa', 'client'] as const),
  ...(['releaseManager', 'unlisted', 'graph'] as const),
];

/** PAY-1 needs LED-1; LED-2 only travels along. Bo may browse PAY alone. */
async function openSite(): Promise<LocalSite> {
  const git = createRepository(createTempFolder({}), 'api');
  git.commit({ message: 'First\n', files: { 'a.txt': 'one\n' }, branch: 'main' });
  git.branch('develop', 'main');
  git.commit({
    message: `PAY-1 Fix\n\nDepends-On: LED-1\nManual-Step: Tell LED-1\nManual-Step: Announce "${SECRET}"\n`,
    files: { 'a.txt': 'two\n' },
    branch: 'develop',
  });
  git.commit({ message: `LED-2 ${SECRET} later\n`, files: { 'c.sql': 'c\n' }, branch: 'develop' });
  git.branch('release/test', 'develop');
  git.commit({ message: `LED-1 ${SECRET}\n`, files: { 'db/b.sql': 'b\n' }, branch: 'develop' });
  const repositories = [{ path: 'acme/api', git: git.gitFolder }];
  const listed = {
    route: ['dev', 'test', 'prod'],
    lines: LINES,
    repositories: [{ id: 'github:acme/api' }],
  };
  const site = await openTestSite({
    repositories,
    projects: [
      { id: '1', key: 'PAY', name: 'Payments' },
      { id: '2', key: 'LED', name: 'Ledger' },
    ],
    users: [
      { accountId: 'ana', displayName: 'Ana Lima', admin: true },
      { accountId: 'bo', displayName: 'Bo Chen', projects: ['PAY'] },
    ],
    issues: [
      issue('PAY-1', { fixVersions: [MAY] }),
      issue('LED-1', { fixVersions: [JUNE], summary: SECRET }),
      issue('LED-2', { summary: `${SECRET} later` }),
    ],
    versions: [MAY, JUNE],
    settings: { version: 1, projects: { PAY: listed, LED: listed } },
  });
  await site.platform.drain();
  return site;
}

describe('what a viewer may not browse', () => {
  let site: LocalSite;
  beforeAll(async () => {
    site = await openSite();
  });
  afterAll(() => site.close());

  const may = { projectKey: 'PAY', version: 'May' };

  const everything = async (user: string): Promise<string> => {
    const replies: unknown[] = [
      await valueOf(site, 'openRelease', may, user),
      await valueOf(site, 'listReleaseRows', may, user),
      await valueOf(site, 'getRelease', may, user),
      await valueOf(site, 'getReleaseHistory', may, user),
    ];
    const snapshot = await valueOf(site, 'createSnapshot', may, 'ana');
    replies.push(
      await valueOf(site, 'getSnapshot', { ...may, id: snapshot.id }, user),
      await valueOf(site, 'compareSnapshots', { ...may, before: snapshot.id, after: 'now' }, user),
    );
    for (const format of ['json', 'markdown', 'csv'] as const) {
      replies.push(await valueOf(site, 'exportRelease', { ...may, format }, user));
    }
    for (const part of PARTS) {
      replies.push(await valueOf(site, 'getReleasePart', { ...may, part }, user));
    }
    return JSON.stringify(replies);
  };

  it('is in no reply of the page, neither by key nor by title', async () => {
    expect(await everything('bo')).not.toMatch(/LED-[12]|Buy the competitor/i);
  });

  it('is there for who may', async () => {
    const said = await everything('ana');

    expect(said).toContain('LED-1');
    expect(said).toContain('LED-2');
    expect(said).toContain(SECRET);
  });

  it('changes neither decision nor hash', async () => {
    const [ana, bo] = [
      await valueOf(site, 'getRelease', may, 'ana'),
      await valueOf(site, 'getRelease', may, 'bo'),
    ];

    expect(bo.decision).toBe(ana.decision);
    expect(bo.evidence.hash).toBe(ana.evidence.hash);
    expect(bo.gates.map(({ status }) => status)).toEqual(ana.gates.map(({ status }) => status));
  });

  it('is told as hidden in the graph', async () => {
    const part = await valueOf(site, 'getReleasePart', { ...may, part: 'graph' }, 'bo');

    expect(part).toMatchObject({ graph: { edges: [{ from: 'PAY-1', status: 'hidden' }] } });
  });
});

describe('a project without settings', () => {
  it('says who may set it up', async () => {
    const site = await openTestSite({ repositories: [], settings: null, versions: [MAY] });

    const opened = await valueOf(site, 'openRelease', { projectKey: 'PAY', version: 'May' });
    await site.close();

    expect(opened).toEqual({ setup: 'no-settings', mayConfigure: true });
  });
});
