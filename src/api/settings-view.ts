/** What the settings page shows and sends. Part of the contract with the screens. */
import type { Gap } from '../domain/gap';
import type { Provider } from '../domain/repository';
import type { ProjectSettings } from '../domain/settings/project-settings';
import type { ConnectionProblem } from '../usecases/explain-connection-failure';
import type { RepositoryFreshness } from './issue-view';

export type ConnectionView = {
  id: string;
  provider: Provider;
  /** `https://api.github.com`, `https://ghe.acme.com/api/v3`. */
  baseUrl: string;
  /** Only repositories of this owner; `null` for all that no other connection names. */
  owner: string | null;
  auth: { kind: 'token' } | { kind: 'app'; appId: number; installationId: number };
  savedAt: string;
  savedBy: string;
};

/** Without a token or key (or with an empty one), an edited connection keeps the one that it has. */
export type ConnectionInput = {
  id?: string;
  provider: Provider;
  baseUrl: string;
  owner: string | null;
  auth:
    | { kind: 'token'; token?: string }
    | { kind: 'app'; appId: number; installationId: number; privateKey?: string };
};

export type ConnectionTest =
  | { status: 'works'; account: string; repositories: number; hasMore: boolean }
  | ({ status: 'fails' } & ConnectionProblem);

export type HostRepositoryView = {
  id: string;
  path: string;
  defaultBranch: string;
  isArchived: boolean;
  url: string;
};

export type ProjectSummary = {
  key: string;
  name: string;
  isConfigured: boolean;
  repositories: number;
};

export type SettingsView = {
  /** `null` until they are saved for the first time. */
  settings: ProjectSettings | null;
  /** Of `settings`; saving with it refuses to overwrite what somebody else saved since. */
  revision: string | null;
  /** What a project begins with: no line, no repository, the usual rules. */
  defaults: ProjectSettings;
  repositories: RepositoryFreshness[];
  gaps: Gap[];
  /** Names of Jira's roles of the project; `null`: Jira did not tell. */
  projectRoles: string[] | null;
  /** When this reply was made; ages are counted from here. */
  now: string;
};
