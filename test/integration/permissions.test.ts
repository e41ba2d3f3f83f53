import type { LocalSite } from '../../dev/local-site/open-site';
import type { Api } from '../../src/api/contract';
import { createIssueHandlers } from '../../src/api/issue-handlers';
import { createReleaseActHandlers } from '../../src/api/release-act-handlers';
import { createReleaseHandlers } from '../../src/api/release-handlers';
import { createSettingsHandlers } from '../../src/api/settings-handlers';
import { createSnapshotHandlers } from '../../src/api/snapshot-handlers';
import type { Ports } from '../../src/ports/ports';
import { createRepository } from '../support/git-repository';
import { call, issue, openTestSite, valueOf } from '../support/local-site';
import { projectSettings, repositorySettings } from '../support/settings';
import { createTempFolder } from '../support/temp-folder';
import {
  DECIDED,
  ISSUE,
  NAMED_PROJECT,
  NOTHING_THERE,
  type Outcome,
  SETTINGS,
  USERS,
  VIEWERS,
  type Viewer,
} from '../support/viewers';

const REPOSITORY = 'github:acme/payments-api';
const HANDED_OVER = { issueKey: 'PAY-1', repository: REPOSITORY, reason: 'agreed' };
const CONVOY_YAML = `version: 1
projects:
  PAY: { route: [dev], lines: { dev: { branch: develop } }, repositories: [{ id: "${REPOSITORY}" }] }
`;

const SPARE = {
  provider: 'github' as const,
  baseUrl: 'https://api.github.com',
  owner: 'spare',
  auth: { kind: 'token' as const, token: 'spare-token' },
};

const MAY = { projectKey: 'PAY', version: 'May' };

type Ids = { sha: string; connectionId: string; spareId: string; snapshotId: string };
type Row<Name extends keyof Api> = {
  payload: (ids: Ids) => Parameters<Api[Name]>[0];
  outcomes: Record<Viewer, Outcome>;
};

const FUNCTIONS: { [Name in keyof Api]: Row<Name> } = {
  getIssue: { payload: () => ({ issueKey: 'PAY-1' }), outcomes: ISSUE },
  tickManualStep: {
    payload: () => ({ issueKey: 'PAY-1', stepId: 'nowhere', done: true }),
    outcomes: NOTHING_THERE,
  },
  tickCheckItem: {
    payload: () => ({ issueKey: 'PAY-1', itemId: 'nowhere', outcome: 'done' }),
    outcomes: NOTHING_THERE,
  },
  refreshIssue: { payload: () => ({ issueKey: 'PAY-1' }), outcomes: ISSUE },
  getProgress: { payload: () => ({ issueKey: 'PAY-1' }), outcomes: ISSUE },
  linkCommit: { payload: ({ sha }) => ({ ...HANDED_OVER, sha }), outcomes: ISSUE },
  unlinkCommit: { payload: ({ sha }) => ({ ...HANDED_OVER, sha }), outcomes: ISSUE },
  listConnections: { payload: () => ({}) as never, outcomes: SETTINGS },
  saveConnection: {
    payload: ({ connectionId: id }) => ({
      id,
      provider: 'github',
      baseUrl: 'https://api.github.com',
      owner: null,
      auth: { kind: 'token' },
    }),
    outcomes: SETTINGS,
  },
  deleteConnection: { payload: ({ spareId: id }) => ({ id }), outcomes: SETTINGS },
  testConnection: { payload: ({ connectionId: id }) => ({ id }), outcomes: SETTINGS },
  listHostRepositories: {
    payload: ({ connectionId }) => ({ connectionId, cursor: null }),
    outcomes: SETTINGS,
  },
  suggestLines: { payload: () => ({ repository: REPOSITORY }), outcomes: SETTINGS },
  listProjects: { payload: () => ({}) as never, outcomes: SETTINGS },
  getSettings: { payload: () => ({ projectKey: 'PAY' }), outcomes: SETTINGS },
  saveSettings: {
    payload: () => ({
      settings: projectSettings({ repositories: [repositorySettings(REPOSITORY)] }),
    }),
    outcomes: NAMED_PROJECT,
  },
  importSettings: {
    payload: () => ({ text: CONVOY_YAML, dryRun: true }),
    outcomes: NAMED_PROJECT,
  },
  exportSettings: { payload: () => ({ projectKeys: ['PAY'] }), outcomes: SETTINGS },
  getReleaseHistory: { payload: () => MAY, outcomes: ISSUE },
  tickItem: {
    payload: () => ({ release: MAY, itemId: 'nowhere', outcome: 'done' }),
    outcomes: NOTHING_THERE,
  },
  giveWaiver: {
    payload: () => ({
      ...{ release: MAY, gate: 'issues', reason: 'for this test' },
      expiresAt: '2026-05-05T09:00:00Z',
    }),
    outcomes: DECIDED,
  },
  revokeWaiver: {
    payload: () => ({ release: MAY, id: 'nowhere' }),
    outcomes: NOTHING_THERE,
  },
  signOff: {
    payload: () => ({
      ...{ release: MAY, role: 'QA', decision: 'approved', evidenceHash: 'another' },
    }),
    outcomes: {
      ...ISSUE,
      administrator: 'conflict',
      'plain user who may browse PAY': 'conflict',
    },
  },
  revokeSignOff: {
    payload: () => ({ release: MAY, id: 'nowhere' }),
    outcomes: NOTHING_THERE,
  },
  moveLifecycle: {
    payload: () => ({ release: MAY, to: 'planning' }),
    outcomes: { ...DECIDED, administrator: 'conflict' },
  },
  getDoctor: { payload: () => ({ projectKey: 'PAY' }), outcomes: SETTINGS },
  refreshProject: { payload: () => ({ projectKey: 'PAY' }), outcomes: SETTINGS },
  findPeople: { payload: () => ({ words: 'Ana' }), outcomes: SETTINGS },
  namePeople: { payload: () => ({ accountIds: ['ana'] }), outcomes: SETTINGS },
  getGate: { payload: () => ({ projectKey: 'PAY' }), outcomes: SETTINGS },
  createGateKey: {
    payload: () => ({ projectKey: 'PAY' }),
    outcomes: { ...SETTINGS, 'administrator who may not browse PAY': 'not-found' },
  },
  deleteGateKey: { payload: () => ({ projectKey: 'PAY' }), outcomes: SETTINGS },
  listReleases: { payload: () => ({ projectKey: 'PAY' }), outcomes: ISSUE },
  getRelease: { payload: () => MAY, outcomes: ISSUE },
  createSnapshot: { payload: () => MAY, outcomes: ISSUE },
  listSnapshots: { payload: () => MAY, outcomes: ISSUE },
  getSnapshot: { payload: ({ snapshotId: id }) => ({ ...MAY, id }), outcomes: ISSUE },
  compareSnapshots: {
    payload: ({ snapshotId: before }) => ({ ...MAY, before, after: 'now' }),
    outcomes: ISSUE,
  },
  whatChanged: { payload: () => ({ ...MAY, since: 'snapshot' }), outcomes: ISSUE },
  exportRelease: { payload: () => ({ ...MAY, format: 'json' }), outcomes: ISSUE },
  openRelease: { payload: () => ({ projectKey: 'PAY', version: 'May' }), outcomes: ISSUE },
  listReleaseRows: { payload: () => ({ projectKey: 'PAY', version: 'May' }), outcomes: ISSUE },
  getReleasePart: {
    payload: () => ({ projectKey: 'PAY', version: 'May', part: 'reasons' }),
    outcomes: ISSUE,
  },
  attachManifest: {
    payload: () => ({ ...MAY, target: { kind: 'version' } }),
    outcomes: { ...ISSUE, 'plain user who may browse PAY': 'not-found' },
  },
};

describe('who may call what', () => {
  let site: LocalSite;
  let ids: Ids;

  beforeAll(async () => {
    const git = createRepository(createTempFolder({}), 'payments-api');
    git.commit({ message: 'Begin', files: { a: '1' }, branch: 'main' });
    git.branch('develop', 'main');
    git.branch('release/test', 'main');
    const sha = git.commit({
      message: 'PAY-1 Secret plan',
      files: { b: '1' },
      branch: 'develop',
    });
    site = await openTestSite({
      repositories: [{ path: 'acme/payments-api', git: git.gitFolder }],
      projects: [
        { id: '1', key: 'PAY', name: 'Payments' },
        { id: '2', key: 'WEB', name: 'Web shop' },
      ],
      users: USERS,
      issues: [issue('PAY-1', { fixVersions: [{ id: '10' }] }), issue('PAY-2')],
      versions: [{ id: '10', name: 'May', projectId: 1, released: false }],
    });
    await site.platform.drain();
    const [connection] = await valueOf(site, 'listConnections', {} as never);
    const { id: snapshotId } = await valueOf(site, 'createSnapshot', MAY);
    ids = { sha, connectionId: connection?.id ?? '', spareId: '', snapshotId };
  });

  /** There is always a connection that may be deleted. */
  beforeEach(async () => {
    const all = await valueOf(site, 'listConnections', {} as never);
    const spare =
      all.find(({ owner }) => owner === 'spare') ?? (await valueOf(site, 'saveConnection', SPARE));
    ids = { ...ids, spareId: spare.id };
  });
  afterAll(async () => {
    await site.close();
  });

  const names = Object.keys(FUNCTIONS) as (keyof Api)[];
  const viewers = Object.keys(VIEWERS) as Viewer[];

  it('is decided here for every function of the app', () => {
    const ports = {} as Ports;
    const all = {
      ...createIssueHandlers(ports),
      ...createReleaseHandlers(ports),
      ...createSnapshotHandlers(ports),
      ...createSettingsHandlers(ports),
      ...createReleaseActHandlers(ports),
    };

    expect(names.toSorted()).toEqual(Object.keys(all).sort());
  });

  it.each(
    names.flatMap((name) =>
      viewers.map((viewer) => ({ name, viewer, outcome: FUNCTIONS[name].outcomes[viewer] })),
    ),
  )('$name for the $viewer: $outcome', async ({ name, viewer, outcome }) => {
    const payload = FUNCTIONS[name].payload(ids);

    const reply = await call(site, name, payload as never, VIEWERS[viewer]);

    expect(reply.ok ? 'ok' : reply.error.code).toBe(outcome);
    if (outcome !== 'ok') {
      const text = JSON.stringify(reply);
      expect(
        [
          'Secret plan',
          'Summary of PAY-1',
          'In Progress',
          'develop',
          'acme',
          'gh-test-token',
        ].filter((word) => text.includes(word)),
      ).toEqual([]);
    }
  });

  it('shows the evidence to those who may browse, so that its absence says something', async () => {
    const view = await valueOf(site, 'getIssue', { issueKey: 'PAY-1' }, 'bo');

    expect(JSON.stringify(view)).toContain('Secret plan');
  });

  it.each(['cy', 'dan'])('tells %s of a hidden issue what it tells of none', async (accountId) => {
    const hidden = await call(site, 'getIssue', { issueKey: 'PAY-1' }, accountId);
    const none = await call(site, 'getIssue', { issueKey: 'PAY-9999' }, accountId);

    expect(JSON.stringify(hidden).replaceAll('PAY-1', 'PAY-9999')).toBe(JSON.stringify(none));
  });

  it('says which connections there are without their tokens', async () => {
    const reply = await call(site, 'listConnections', {} as never, 'ana');

    expect(JSON.stringify(reply)).not.toContain('gh-test-token');
  });
});
