import type { Records } from './records';
import type { SiteUser } from './site';

type Bean = Record<string, unknown>;

export const APP_ACCOUNT: SiteUser = {
  accountId: 'app',
  displayName: 'The app',
  admin: false,
  leads: [],
};

export const avatarUrls = (siteUrl: string, name: string): Record<string, string> =>
  Object.fromEntries(
    [16, 24, 32, 48].map((size) => [
      `${size}x${size}`,
      `${siteUrl}/avatars/${encodeURIComponent(name)}?size=${size}`,
    ]),
  );

/** A user as issues, changes and comments name them. */
export function toUserDetails({ siteUrl }: Records, user: SiteUser): Bean {
  return {
    self: `${siteUrl}/rest/api/3/user?accountId=${encodeURIComponent(user.accountId)}`,
    accountId: user.accountId,
    accountType: user === APP_ACCOUNT ? 'app' : 'atlassian',
    avatarUrls: avatarUrls(siteUrl, user.accountId),
    displayName: user.displayName,
    active: true,
    timeZone: 'UTC',
  };
}

/** A user as `/myself` and `/user` answer them. */
export const toUser = (records: Records, user: SiteUser): Bean => ({
  ...toUserDetails(records, user),
  locale: 'en_US',
  groups: { size: 0, items: [] },
  applicationRoles: { size: 0, items: [] },
  expand: 'groups,applicationRoles',
});

export const findAccount = ({ users }: Records, accountId: string): SiteUser | undefined =>
  [...users, APP_ACCOUNT].find((user) => user.accountId === accountId);
