import type { RepositoryStatus } from '../domain/evidence/repository-status';
import { shardsOf } from '../domain/evidence/status-shard';
import type { RepositoryId } from '../domain/repository';
import { newSettings, type ProjectSettings } from '../domain/settings/project-settings';
import { revisionOf, type Revision } from '../domain/settings/revision';
import type { Ports } from '../ports/ports';
import { asAdministrator } from './administrator';
import type { Outcome } from './refusal';
import { askRoles } from './release/ask-roles';

export type SettingsFacts = {
  /** `undefined` until they are saved for the first time. */
  settings: ProjectSettings | undefined;
  /** Of `settings`: saving may ask that nobody changed them since. */
  revision: Revision;
  defaults: ProjectSettings;
  statuses: Map<RepositoryId, RepositoryStatus>;
  /** Names of Jira's roles of the project; `null`: Jira did not tell. */
  projectRoles: string[] | null;
  now: string;
};

/** A project's settings, and how far its repositories are read. */
export function getSettings(
  ports: Pick<Ports, 'asUser' | 'asApp' | 'settings' | 'evidence' | 'now'>,
  { projectKey }: { projectKey: string },
): Promise<Outcome<SettingsFacts>> {
  return asAdministrator(ports, async () => {
    const [settings, [told]] = await Promise.all([
      ports.settings.findSettings(projectKey),
      askRoles(ports, [projectKey]),
    ]);
    const statuses = settings
      ? await ports.evidence.readStatuses(shardsOf(settings))
      : new Map<RepositoryId, RepositoryStatus>();
    const revision = revisionOf(settings);
    return {
      ...{ settings, revision, defaults: newSettings(projectKey), statuses },
      ...{ projectRoles: told?.all ?? null, now: ports.now() },
    };
  });
}
