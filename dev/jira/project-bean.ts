import { avatarUrls, toUserDetails } from './account-bean';
import { listIssueTypes } from './status-bean';
import type { Records } from './records';
import type { SiteProject, SiteVersion } from './site';

type Bean = Record<string, unknown>;

/** A project as a list or an issue names it. */
export const toProject = ({ siteUrl }: Records, { id, key, name }: SiteProject): Bean => ({
  self: `${siteUrl}/rest/api/3/project/${id}`,
  id,
  key,
  name,
  projectTypeKey: 'software',
  simplified: false,
  style: 'classic',
  isPrivate: false,
  avatarUrls: avatarUrls(siteUrl, key),
});

/** A project as `GET /project/{key}` answers it. */
export function toProjectDetails(records: Records, project: SiteProject): Bean {
  const lead = records.users.find(({ leads }) => leads.includes(project.key));
  return {
    ...toProject(records, project),
    expand: 'description,lead,issueTypes,url,projectKeys,permissions,insight',
    description: '',
    ...(lead && { lead: toUserDetails(records, lead) }),
    components: [],
    issueTypes: listIssueTypes(records),
    assigneeType: 'UNASSIGNED',
    versions: records.listVersions(project).map((version) => toVersion(records, version)),
    roles: {},
    properties: {},
  };
}

export const toVersion = ({ siteUrl, state }: Records, version: SiteVersion): Bean => ({
  ...version,
  ...(Object.hasOwn(state.descriptions, version.id) && {
    description: state.descriptions[version.id],
  }),
  self: `${siteUrl}/rest/api/3/version/${version.id}`,
  projectId: Number(version.projectId),
});

/** A version as the field `fixVersions` of an issue names it. */
export function toFixVersion(records: Records, { id }: { id: string }): Bean {
  const version = records.versions.find((one) => one.id === id);
  if (!version) throw new Error(`there is no version with the id ${id}`);
  return { ...toVersion(records, version), projectId: undefined };
}
