import { evidenceGaps } from '../domain/evidence/evidence-gaps';
import type { Page } from '../ports/code-host';
import type { Connection } from '../ports/connection-store';
import type { SettingsFacts } from '../usecases/get-settings';
import type { VisibleRepository } from '../usecases/list-host-repositories';
import type { ConnectionView, HostRepositoryView, SettingsView } from './contract';
import { presentEvidence } from './present-evidence';

/** Field by field: what a connection holds besides never reaches a screen. */
export function presentConnection(connection: Connection): ConnectionView {
  const { id, provider, baseUrl, owner, auth, savedAt, savedBy } = connection;
  const shown =
    auth.kind === 'token'
      ? { kind: auth.kind }
      : { kind: auth.kind, appId: auth.appId, installationId: auth.installationId };
  return { id, provider, baseUrl, owner, auth: shown, savedAt, savedBy };
}

export function presentHostRepositories({ items, next }: Page<VisibleRepository>): {
  repositories: HostRepositoryView[];
  next: string | null;
} {
  const repositories = items.map(({ id, path, defaultBranch, isArchived, url }) => ({
    id,
    path,
    defaultBranch,
    isArchived,
    url,
  }));
  return { repositories, next };
}

export function presentSettings(facts: SettingsFacts): SettingsView {
  const { repositories, gaps } = presentEvidence(facts, evidenceGaps(facts, []));
  const { settings = null, revision, defaults, projectRoles, now } = facts;
  return { settings, revision, defaults, repositories, gaps, projectRoles, now };
}
