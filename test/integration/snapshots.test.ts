import type { Api, ReleaseChoice, Snapshot } from '../../src/api/contract';
import { ManifestSchema } from '../../src/api/manifest-schema';
import type { LocalSite } from '../../dev/local-site/open-site';
import { createRepository, type GitRepository } from '../support/git-repository';
import { call, issue, LINES, openTestSite, refresh, valueOf } from '../support/local-site';
import { createTempFolder } from '../support/temp-folder';

type AttachTarget = Parameters<Api['attachManifest']>[0]['target'];

const MAY: ReleaseChoice = { projectKey: 'PAY', version: 'May' };
const fixVersions = [{ id: '10', name: 'May' }];

/** A release of PAY-1 and SEC-1; Bo may not see SEC. */
async function openRelease(): Promise<{ site: LocalSite; git: GitRepository }> {
  const git = createRepository(createTempFolder({}), 'api');
  git.commit({ message: 'Begin', files: { a: '1' }, branch: 'main' });
  git.branch('release/test', 'main');
  git.branch('develop', 'main');
  git.commit({ message: 'PAY-1 Fix login', files: { b: '1' }, branch: 'release/test' });
  git.commit({ message: 'SEC-1 Rotate keys', files: { c: '1' }, branch: 'release/test' });
  const repositories = [{ path: 'acme/api', git: git.gitFolder }];
  const projects = [
    { id: '1', key: 'PAY', name: 'Payments' },
    { id: '2', key: 'SEC', name: 'Security' },
  ];
  const project = {
    route: ['dev', 'test', 'prod'],
    lines: LINES,
    repositories: [{ id: 'github:acme/api' }],
    snapshots: { keep: 3 },
  };
  const site = await openTestSite({
    ...{ repositories, projects },
    issues: [
      issue('PAY-1', { fixVersions }),
      { ...(issue('SEC-1', { fixVersions }) as object), id: '20001' },
    ],
    versions: [
      { id: '10', name: 'May', projectId: 1, released: false, description: 'Written by Rita.' },
    ],
    users: [
      { accountId: 'ana', displayName: 'Ana Lima', admin: true },
      { accountId: 'bo', displayName: 'Bo Chen', projects: ['PAY'] },
    ],
    settings: { version: 1, projects: { PAY: project, SEC: project } },
  });
  await site.platform.drain();
  return { site, git };
}

describe('snapshots of a release', () => {
  let site: LocalSite;
  let git: GitRepository;
  let first: Snapshot;

  beforeAll(async () => {
    ({ site, git } = await openRelease());
    first = await valueOf(site, 'createSnapshot', { ...MAY, note: 'before the retest' });
  });
  afterAll(() => site.close());

  it('tell who took them, when, why and of what', () => {
    expect(first).toMatchObject({
      ...{ by: 'Ana Lima', accountId: 'ana', why: 'manual', note: 'before the retest' },
      ...{ decision: 'NO-SHIP', issues: 2, promotion: { from: 'test', to: 'prod' }, mode: 'plan' },
    });
    expect(first.hash).toMatch(/^[0-9a-f]{64}$/);
  });

  it('are a manifest by the published schema, as it was', async () => {
    const { snapshot, text, part, of } = await valueOf(site, 'getSnapshot', {
      ...MAY,
      id: first.id,
    });

    expect(snapshot).toEqual(first);
    expect([part, of]).toEqual([1, 1]);
    expect(ManifestSchema.parse(JSON.parse(text)).issues.map(({ key }) => key)).toEqual([
      'PAY-1',
      'SEC-1',
    ]);
  });

  it.each(['json', 'markdown', 'csv', 'checklist-csv', 'release-notes'] as const)(
    'leave as %s without a word of issues that the reader may not see',
    async (format) => {
      const now = await valueOf(site, 'exportRelease', { ...MAY, format }, 'bo');
      const then = await valueOf(
        site,
        'exportRelease',
        { ...MAY, format, snapshot: first.id },
        'bo',
      );

      for (const { text } of [now, then]) {
        expect(text).toContain('PAY-1');
        expect(text).not.toMatch(/SEC-1|Rotate/);
      }
    },
  );

  it('do not tell of hidden issues in what differs either', async () => {
    const { groups } = await valueOf(
      site,
      'compareSnapshots',
      { ...MAY, before: first.id, after: 'now' },
      'bo',
    );

    expect(JSON.stringify(groups)).not.toMatch(/SEC-1|Rotate/);
  });

  it('say what changed since: nothing, then a commit', async () => {
    const still = await valueOf(site, 'whatChanged', { ...MAY, since: 'snapshot' });
    git.commit({ message: 'PAY-1 Fix it again', files: { b: '2' }, branch: 'release/test' });
    await refresh(site);
    const later = await valueOf(site, 'whatChanged', { ...MAY, since: 'snapshot' });

    expect(still).toMatchObject({ kind: 'compared', total: 0, before: { id: first.id } });
    const groups = later.kind === 'compared' ? later.groups : [];
    expect(groups.find(({ kind }) => kind === 'commits')?.differences).toMatchObject([
      { issueKey: 'PAY-1', text: 'PAY-1 has 1 commit more.' },
    ]);
  });

  it('compare two that were kept, whatever is now', async () => {
    const second = await valueOf(site, 'createSnapshot', MAY);
    const compared = await valueOf(site, 'compareSnapshots', {
      ...{ ...MAY, before: first.id, after: second.id },
    });

    expect(compared.before).toEqual(first);
    expect(compared.after).toEqual(second);
    expect(compared.groups.map(({ kind }) => kind)).toContain('commits');
  });

  it.each(['sign-off', 'rejection'] as const)(
    'say so when there is none for a %s',
    async (since) => {
      const answer = await valueOf(site, 'whatChanged', { ...MAY, since });

      expect(answer.kind).toBe('none');
    },
  );

  it('are told not to be there any more when they are not', async () => {
    const reply = await call(site, 'getSnapshot', { ...MAY, id: 'nowhere' });

    expect(reply).toMatchObject({ ok: false, error: { code: 'not-found' } });
  });

  it('stay as many as the settings keep, the newest first', async () => {
    for (const note of ['3', '4', '5']) await valueOf(site, 'createSnapshot', { ...MAY, note });

    const kept = await valueOf(site, 'listSnapshots', MAY);

    expect(kept.map(({ note }) => note)).toEqual(['5', '4', '3']);
  });
});

describe('a manifest in Jira', () => {
  let site: LocalSite;
  const jira = async (path: string): Promise<unknown> => {
    const address = new URL(path, 'https://acme.atlassian.net');
    return (await site.askJira('ana', new Request(address))).json();
  };
  const attach = (target: AttachTarget, accountId?: string) =>
    call(site, 'attachManifest', { ...MAY, target }, accountId);

  beforeAll(async () => {
    ({ site } = await openRelease());
  });
  afterAll(() => site.close());

  it('is a file of an issue', async () => {
    const reply = await attach({ kind: 'issue', issueKey: 'PAY-1' });

    expect(reply).toEqual({ ok: true, value: { places: ['PAY-1'] } });
    expect(await jira('/rest/api/3/issue/PAY-1?fields=attachment')).toMatchObject({
      fields: { attachment: [{ filename: 'release-may-manifest.md' }] },
    });
  });

  it('is a comment of an issue, without what its writer may not see', async () => {
    await attach({ kind: 'comment', issueKey: 'PAY-1' }, 'bo');

    const text = JSON.stringify(await jira('/rest/api/3/issue/PAY-1/comment'));
    expect(text).toContain('May: NO-SHIP');
    expect(text).not.toMatch(/SEC-1|Rotate/);
  });

  it('is a block in the description of the version, once, beside what people wrote', async () => {
    await attach({ kind: 'version' });
    await attach({ kind: 'version' });

    const { description } = (await jira('/rest/api/3/version/10')) as { description: string };
    expect(description.startsWith('Written by Rita.\n\n=== Convoy')).toBe(true);
    expect(description.split('NO-SHIP (')).toHaveLength(2);
  });

  it('is no block by somebody who does not administer the project', async () => {
    const reply = await attach({ kind: 'version' }, 'bo');

    expect(reply).toMatchObject({ ok: false, error: { code: 'not-found' } });
  });
});
