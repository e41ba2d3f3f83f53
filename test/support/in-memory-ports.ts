import type { IssueEvidence } from '../../src/domain/evidence/issue-evidence';
import type { RepositoryHeader } from '../../src/domain/evidence/repository-header';
import type { RepositoryStatus } from '../../src/domain/evidence/repository-status';
import type { Tick } from '../../src/domain/reasons/manual-step';
import { verifySignature } from '../../src/adapters/webhooks/verify-signature';
import type { RepositoryId } from '../../src/domain/repository';
import type { ProjectSettings } from '../../src/domain/settings/project-settings';
import type { CodeHost, HostRepository } from '../../src/ports/code-host';
import type { Connection } from '../../src/ports/connection-store';
import type { EvidenceStore } from '../../src/ports/evidence-store';
import type { IssueTracker, JiraProject, Person } from '../../src/ports/issue-tracker';
import type { JobQueue } from '../../src/ports/job-queue';
import type { Ports } from '../../src/ports/ports';
import type { GateKey } from '../../src/ports/gate-store';
import type { ReleaseRecord } from '../../src/ports/release-store';
import type { FoundSnapshot } from '../../src/ports/snapshot-store';
import { createInMemoryGates } from './in-memory-gates';
import { ProviderError, type Failure } from '../../src/ports/provider-error';
import { NO_WRITER } from './no-writer';
import { createInMemorySnapshots } from './in-memory-snapshots';
import { createReleases, createTicks } from './in-memory-words';
import { createInMemoryCompositions } from './in-memory-compositions';
import { createInMemoryMarks } from './in-memory-marks';

export type Viewer = 'administrator' | 'user' | 'anonymous';

/** A host's repositories with their branches; `failure` is what every call meets. */
export type HostContent = {
  repositories: {
    path: string;
    defaultBranch?: string;
    branches?: string[];
    isArchived?: boolean;
  }[];
  failure?: Failure;
  /** How many repositories or branches a page holds. */
  pageSize?: number;
};

export type World = {
  viewer: Viewer;
  projects: JiraProject[];
  /** Jira's roles, the same for each project. */
  projectRoles: string[];
  people: Person[];
  settings: Map<string, ProjectSettings>;
  connections: Map<string, Connection>;
  secrets: Map<string, string>;
  statuses: Map<string, Record<RepositoryId, RepositoryStatus>>;
  headers: Map<RepositoryId, RepositoryHeader>;
  issues: IssueEvidence[];
  /** By the base URL of a connection. */
  hosts: Map<string, HostContent>;
  /** Ids whose reading was asked for, in order. */
  queued: RepositoryId[];
  /** What was said of manual steps, by issue. */
  ticks: Map<string, Tick[]>;
  releases: Map<string, ReleaseRecord>;
  /** Secrets of pipelines, by project, and ids of requests that were answered. */
  gateKeys: Map<string, GateKey>;
  claimed: Set<string>;
  snapshots: Map<string, FoundSnapshot[]>;
  /** How many bytes a project's settings may take. */
  settingsLimit: number;
};

export function createWorld(more: Partial<World> = {}): World {
  return {
    viewer: 'administrator',
    projects: [
      { id: '10000', key: 'PAY', name: 'Payments' },
      { id: '10001', key: 'WEB', name: 'Web shop' },
    ],
    projectRoles: [],
    people: [],
    settings: new Map(),
    connections: new Map(),
    secrets: new Map(),
    statuses: new Map(),
    headers: new Map(),
    issues: [],
    hosts: new Map(),
    queued: [],
    ticks: new Map(),
    releases: new Map(),
    gateKeys: new Map(),
    claimed: new Set(),
    snapshots: new Map(),
    settingsLimit: 240 * 1024,
    ...more,
  };
}

/** Ports over a world in memory. What settings do not need is not there, so a call of it fails the test. */
export function createInMemoryPorts(world: World): Ports {
  let made = 0;
  const tracker = createTracker(world);
  return {
    asUser: tracker,
    asApp: tracker,
    writer: NO_WRITER,
    settings: createSettings(world),
    connections: createConnections(world),
    jobs: createQueue(world),
    evidence: createEvidence(world),
    ticks: createTicks(world),
    releases: createReleases(world),
    gates: createInMemoryGates(world),
    verifySignature,
    newSecret: () => `whsec_${Buffer.alloc(32, 7).toString('base64')}`,
    gateUrl: () => Promise.resolve('https://gate.example'),
    snapshots: createInMemorySnapshots(world.snapshots),
    compositions: createInMemoryCompositions(),
    marks: createInMemoryMarks(),
    marker: { markIssues: () => Promise.reject(new Error('No issue is marked here.')) },
    openCodeHost: ({ baseUrl }) => Promise.resolve(createHost(world.hosts.get(baseUrl))),
    now: () => '2026-05-04T09:00:00Z',
    newId: () => {
      made += 1;
      return `id-${made}`;
    },
    startWatch: () => () => 0,
  };
}

function createTracker({ viewer, projects, projectRoles, people }: World): IssueTracker {
  const asViewer = <Value>(value: Value): Promise<Value> =>
    viewer === 'anonymous'
      ? Promise.reject(new ProviderError({ kind: 'unauthorized' }, 'Jira does not know the viewer'))
      : Promise.resolve(value);
  return {
    getIssue: (key) =>
      Promise.reject(new ProviderError({ kind: 'not-found' }, `${key} does not exist`)),
    findIssues: () => asViewer([]),
    listVersions: () => asViewer([]),
    listIssuesOfVersion: () => asViewer([]),
    searchKeys: () => asViewer([]),
    listChangedIssues: () => asViewer([]),
    isAdministrator: () => asViewer(viewer === 'administrator'),
    isProjectAdministrator: () => asViewer(viewer === 'administrator'),
    listOwnRoles: () => asViewer([]),
    listProjectRoles: () => asViewer(projectRoles),
    listProjects: () => asViewer(projects),
    getViewer: () => asViewer({ accountId: 'ana', displayName: 'Ana Lima' }),
    findPeople: (words) =>
      asViewer(people.filter(({ displayName }) => displayName.startsWith(words))),
    namePeople: (ids) => asViewer(people.filter(({ accountId }) => ids.includes(accountId))),
  };
}

function createSettings(world: World): Ports['settings'] {
  return {
    findSettings: (key) => Promise.resolve(world.settings.get(key)),
    saveSettings: (all) => {
      for (const settings of all) {
        const { projectKey } = settings;
        const bytes = JSON.stringify(settings).length;
        const limit = world.settingsLimit;
        if (bytes > limit) {
          return Promise.resolve({ status: 'too-large', projectKey, bytes, limit });
        }
      }
      for (const settings of all) world.settings.set(settings.projectKey, settings);
      return Promise.resolve({ status: 'saved' });
    },
    listConfiguredProjects: () => Promise.resolve([...world.settings.keys()].sort()),
  };
}

function createConnections({ connections, secrets }: World): Ports['connections'] {
  return {
    listConnections: () => Promise.resolve([...connections.values()]),
    saveConnection: (connection, secret) => {
      connections.set(connection.id, connection);
      secrets.set(connection.id, secret);
      return Promise.resolve();
    },
    deleteConnection: (id) => {
      connections.delete(id);
      secrets.delete(id);
      return Promise.resolve();
    },
    findSecret: (id) => Promise.resolve(secrets.get(id)),
  };
}

function createQueue({ queued }: World): JobQueue {
  return {
    readRepositories: (ids) => {
      queued.push(...ids);
      return Promise.resolve(ids.length);
    },
    continueReading: ({ repository }) => {
      queued.push(repository);
      return Promise.resolve();
    },
    compose: () => Promise.resolve(),
    markIssues: () => Promise.resolve(),
  };
}

function createEvidence({ statuses, headers, issues }: World): EvidenceStore {
  const keyOf = ({ projectKey, shard }: { projectKey: string; shard: number }): string =>
    `${projectKey}:${shard}`;
  const store: Pick<
    EvidenceStore,
    'readStatuses' | 'changeStatuses' | 'findHeader' | 'findIssues'
  > = {
    findHeader: (id) => Promise.resolve(headers.get(id)),
    findIssues: (keys) => Promise.resolve(issues.filter(({ issueKey }) => keys.includes(issueKey))),
    readStatuses: (shards) => {
      const found = shards.flatMap((shard) => Object.entries(statuses.get(keyOf(shard)) ?? {}));
      return Promise.resolve(new Map(found));
    },
    changeStatuses: (shard, change) => {
      statuses.set(keyOf(shard), change(statuses.get(keyOf(shard)) ?? {}));
      return Promise.resolve();
    },
  };
  return store as EvidenceStore;
}

const PAGE_SIZE = 2;

function createHost(content: HostContent = { repositories: [] }): CodeHost {
  const answer = <Value>(value: () => Value): Promise<Value> =>
    content.failure
      ? Promise.reject(new ProviderError(content.failure, 'The host refused'))
      : Promise.resolve(value());
  const find = (path: string): HostContent['repositories'][number] => {
    const found = content.repositories.find((each) => each.path === path);
    if (!found) throw new ProviderError({ kind: 'not-found' }, `${path} does not exist`);
    return found;
  };
  const host: Pick<CodeHost, 'getAccount' | 'listRepositories' | 'getRepository' | 'listBranches'> =
    {
      getAccount: () => answer(() => ({ login: 'convoy-bot', kind: 'user' })),
      listRepositories: (cursor) =>
        answer(() => pageOf(content.repositories.map(toHostRepository), cursor, content.pageSize)),
      getRepository: (path) => answer(() => toHostRepository(find(path))),
      listBranches: (path, { cursor }) =>
        answer(() => {
          const names = find(path).branches ?? [];
          const branches = names.map((name) => ({ name, sha: '0'.repeat(40), isProtected: false }));
          return {
            status: 'changed',
            validator: null,
            value: pageOf(branches, cursor, content.pageSize),
          };
        }),
    };
  return host as CodeHost;
}

function pageOf<Item>(
  items: readonly Item[],
  cursor: string | null,
  pageSize = PAGE_SIZE,
): { items: Item[]; next: string | null } {
  const from = Number(cursor ?? 0);
  const next = from + pageSize;
  return { items: items.slice(from, next), next: next < items.length ? String(next) : null };
}

function toHostRepository(repository: HostContent['repositories'][number]): HostRepository {
  const { path, defaultBranch = 'main', isArchived = false } = repository;
  return { path, defaultBranch, isArchived, isPrivate: true, url: `https://github.com/${path}` };
}
