import type { Host } from '../host';
import { toId, toNodeId } from '../identity';

export type Json = Record<string, unknown>;

/** GitHub's "simple user": a person, or an app's bot. */
export function toUser({ apiUrl, htmlUrl }: Host, login: string): Json {
  const id = toId(`user ${login}`);
  const url = `${apiUrl}/users/${encodeURIComponent(login)}`;
  return {
    login,
    id,
    node_id: toNodeId('U', id),
    avatar_url: `${htmlUrl}/identicons/${id}.png`,
    gravatar_id: '',
    url,
    html_url: `${htmlUrl}/${encodeURIComponent(login)}`,
    followers_url: `${url}/followers`,
    following_url: `${url}/following{/other_user}`,
    gists_url: `${url}/gists{/gist_id}`,
    starred_url: `${url}/starred{/owner}{/repo}`,
    subscriptions_url: `${url}/subscriptions`,
    organizations_url: `${url}/orgs`,
    repos_url: `${url}/repos`,
    events_url: `${url}/events{/privacy}`,
    received_events_url: `${url}/received_events`,
    type: login.endsWith('[bot]') ? 'Bot' : 'User',
    user_view_type: 'public',
    site_admin: false,
  };
}

export const toUserOrNull = (host: Host, login: string | null): Json | null =>
  login === null ? null : toUser(host, login);

/** The caller's own account. */
export function toOwnUser(host: Host, login: string): Json {
  return {
    ...toUser(host, login),
    name: login,
    company: null,
    blog: '',
    location: null,
    email: null,
    hireable: null,
    bio: null,
    twitter_username: null,
    notification_email: null,
    public_repos: 0,
    public_gists: 0,
    followers: 0,
    following: 0,
    created_at: '2020-01-01T00:00:00Z',
    updated_at: '2020-01-01T00:00:00Z',
  };
}
