import type { Host } from '../host';
import { toId } from '../identity';

export type Json = Record<string, unknown>;

/** GitLab's "basic user". */
export function toUser({ htmlUrl }: Host, username: string): Json {
  const id = toId(`user ${username}`);
  return {
    id,
    username,
    public_email: null,
    name: username,
    state: 'active',
    locked: false,
    avatar_url: `${htmlUrl}/uploads/-/system/user/avatar/${id}/avatar.png`,
    web_url: `${htmlUrl}/${encodeURIComponent(username)}`,
  };
}

export const toUserOrNull = (host: Host, username: string | null): Json | null =>
  username === null ? null : toUser(host, username);

/** The caller's own account. */
export function toOwnUser(host: Host, username: string): Json {
  return {
    ...toUser(host, username),
    created_at: '2020-01-01T00:00:00.000Z',
    bio: '',
    location: null,
    bot: false,
    job_title: '',
    email: `${username}@gitlab.example.com`,
    confirmed_at: '2020-01-01T00:00:00.000Z',
    two_factor_enabled: true,
    external: false,
    private_profile: false,
    can_create_group: true,
    can_create_project: true,
  };
}
