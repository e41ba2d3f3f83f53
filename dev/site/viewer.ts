import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';

import type { Account, AppHost } from './app-host';
import type { ColorMode } from './screen';

export type Viewer = { user: Account; colorMode: ColorMode; query: Record<string, string> };

/** An address that names a user who is not on this site. */
export class UnknownUser extends Error {}

/**
 * Who looks and in which colours: `user=` and `theme=` of the address, else what the browser
 * remembers for this port, else the first user and light.
 */
export function readViewer(context: Context, host: AppHost): Viewer {
  const { user: asked, theme, ...query } = context.req.query();
  const colorMode = (theme ?? recall(context, 'theme')) === 'dark' ? 'dark' : 'light';
  const user = findUser(host, asked) ?? findUser(host, recall(context, 'user')) ?? host.users[0];
  if (asked !== undefined && asked !== user.accountId) {
    const known = host.users.map(({ accountId }) => accountId).join(', ');
    throw new UnknownUser(`There is no user ${asked} on this site. Its users are ${known}.`);
  }
  remember(context, 'user', user.accountId);
  remember(context, 'theme', colorMode);
  return { user, colorMode, query };
}

/** The account of a call from the page; its page says who that is. */
export function findUser(host: AppHost, accountId: string | undefined): Account | undefined {
  return host.users.find((user) => user.accountId === accountId);
}

/** Cookies do not know ports: two sites on one machine would share them. */
const cookieName = (context: Context, name: string): string =>
  `convoy-${new URL(context.req.url).port}-${name}`;

const recall = (context: Context, name: string): string | undefined =>
  getCookie(context, cookieName(context, name));

function remember(context: Context, name: string, value: string): void {
  setCookie(context, cookieName(context, name), value, { path: '/', sameSite: 'Strict' });
}
