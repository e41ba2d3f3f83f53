import { ExternalLink } from '../../shared/external-link';
import { isOwnHost, type ConnectionDraft } from './connection-draft';
import { hostUrl } from './egress';

const GROUP_DOCS = 'https://docs.gitlab.com/user/group/settings/group_access_tokens/';
const PROJECT_DOCS = 'https://docs.gitlab.com/user/project/settings/project_access_tokens/';

/** Which token GitLab needs, and where to make one. GitLab may live under a path of its host. */
export function GitLabTokenWords({ draft: { host, address } }: { draft: ConnectionDraft }) {
  const own = hostUrl(address)?.href.replace(/\/+(?:api\/v\d+\/*)?$/, '');
  const site = isOwnHost(host) ? own : 'https://gitlab.com';
  return (
    <>
      <p>
        An access token of a group, a project or a person, with the scope <strong>read_api</strong>{' '}
        and at least the role <strong>Reporter</strong>. One of a group reads all its projects and
        belongs to no person; one of a project reads that project only. Convoy writes nothing.
      </p>{' '}
      <ExternalLink href={GROUP_DOCS}>Token of a group</ExternalLink>
      {' · '}
      <ExternalLink href={PROJECT_DOCS}>Token of a project</ExternalLink>
      {site !== undefined && (
        <>
          {' · '}
          <ExternalLink
            href={`${site}/-/user_settings/personal_access_tokens?name=Convoy&scopes=read_api`}
          >
            Make a personal token
          </ExternalLink>
        </>
      )}
    </>
  );
}
