import { nearest } from '../../domain/nearest';
import { auditWindow, widestWindow, type AuditWindow } from '../../domain/release/release-before';
import type { ReleaseScope } from '../../domain/release/release-scope';
import type { JiraVersion } from '../../ports/issue-tracker';
import type { Ports } from '../../ports/ports';
import { isRefusal, refuse, type Outcome, type Refusal } from '../refusal';

type ScopePorts = Pick<Ports, 'asUser' | 'asApp'>;

/** A version of a project, by name or id. */
export type VersionName = { projectKey: string; version: string };

/** What somebody wants to release: versions of one project or several, or what a JQL query finds. */
export type ScopeQuestion = VersionName & {
  /** Versions that are released together with it. */
  also?: VersionName[] | undefined;
  /** Instead of the issues of these versions, those that this query finds; `version` names the release then. */
  jql?: string | undefined;
};

export type FoundScope = {
  scope: ReleaseScope;
  versions: (JiraVersion & { projectKey: string })[];
  /** Keys of the issues in it, as the app sees them. */
  keys: string[];
  /** When the versions came into being; `null` when no release before them is known. */
  window: AuditWindow | null;
};

/** Who may not browse a project of the release is told that it does not exist, as Jira does. */
export async function findScope(
  ports: ScopePorts,
  { also = [], jql, ...first }: ScopeQuestion,
): Promise<Outcome<FoundScope>> {
  return jql === undefined ? versionScope(ports, [first, ...also]) : queryScope(ports, first, jql);
}

/** A query is asked as the viewer: what the app finds would tell of issues that the viewer may not see. */
async function queryScope(
  { asUser }: Pick<ScopePorts, 'asUser'>,
  { projectKey, version }: VersionName,
  jql: string,
): Promise<FoundScope> {
  const keys = await asUser.searchKeys(jql);
  const projectKeys = [projectKey, ...keys.map((key) => key.slice(0, key.lastIndexOf('-')))];
  return {
    scope: { name: version, projectKeys: [...new Set(projectKeys)].sort(), versionIds: [], jql },
    versions: [],
    keys: [...new Set(keys)],
    window: null,
  };
}

async function versionScope(
  { asUser, asApp }: ScopePorts,
  names: readonly VersionName[],
): Promise<Outcome<FoundScope>> {
  const versions: FoundScope['versions'] = [];
  const windows: (AuditWindow | null)[] = [];
  for (const named of names) {
    const found = await findVersion({ asUser }, named);
    if (isRefusal(found)) return found;
    versions.push({ ...found.version, projectKey: named.projectKey });
    windows.push(found.window);
  }
  const keys = await Promise.all(versions.map(({ id }) => asApp.listIssuesOfVersion(id)));
  const projectKeys = [...new Set(versions.map(({ projectKey }) => projectKey))].sort();
  return {
    scope: {
      ...{
        name: [...new Set(versions.map(({ name }) => name))].join(' + '),
        projectKeys,
        jql: null,
      },
      versionIds: versions.map(({ id }) => id).sort(),
    },
    versions,
    keys: [...new Set(keys.flat())],
    window: widestWindow(windows),
  };
}

/** A name comes before an id: a version may be called `10001`. */
async function findVersion(
  { asUser }: Pick<ScopePorts, 'asUser'>,
  { projectKey, version }: VersionName,
): Promise<{ version: JiraVersion; window: AuditWindow | null } | Refusal> {
  const versions = await asUser.listVersions(projectKey);
  const found =
    versions.find(({ name }) => name === version) ?? versions.find(({ id }) => id === version);
  if (found) return { version: found, window: auditWindow(found, versions) };
  const close = nearest(
    version,
    versions.map(({ name }) => name),
  );
  const hint = close === undefined ? '' : ` Did you mean ${close}?`;
  return refuse('not-found', `${projectKey} has no version ${JSON.stringify(version)}.${hint}`);
}
