import type { Provider } from '../repository';

export type HostAddress = { status: 'ok'; baseUrl: string } | { status: 'wrong'; message: string };

/** The address of a host's API behind what a person typed: `github.com/acme` is `https://api.github.com`. */
export function toHostAddress(provider: Provider, typed: string): HostAddress {
  const text = typed.trim();
  const url = URL.parse(/^[a-z][a-z\d+.-]*:\/\//i.test(text) ? text : `https://${text}`);
  if (!url?.hostname.includes('.')) {
    return wrong('must be the address of the host, such as https://github.com');
  }
  if (url.protocol !== 'https:') return wrong('must begin with https://: Forge calls nothing else');
  if (url.username !== '' || url.password !== '') {
    return wrong('must not hold a user name or password; enter the token in its own field');
  }
  const baseUrl = provider === 'github' ? githubApi(url) : gitlabAddress(url);
  return { status: 'ok', baseUrl };
}

/** The host name that repository ids carry: `github.com` for `https://api.github.com`. */
export function hostOf({ provider, baseUrl }: { provider: Provider; baseUrl: string }): string {
  const { hostname } = new URL(baseUrl);
  const isApiHost = hostname === 'api.github.com' || hostname.endsWith('.ghe.com');
  return provider === 'github' && isApiHost ? hostname.replace(/^api\./, '') : hostname;
}

/** GitHub Enterprise Server answers under `/api/v3`; github.com and `*.ghe.com` have a host for the API. */
function githubApi({ hostname, host }: URL): string {
  if (/^(?:www\.|api\.)?github\.com$/.test(hostname)) return 'https://api.github.com';
  if (hostname.endsWith('.ghe.com')) return `https://api.${hostname.replace(/^api\./, '')}`;
  return `https://${host}/api/v3`;
}

/** GitLab may live under a path. */
function gitlabAddress({ host, hostname, pathname }: URL): string {
  if (/^(?:www\.)?gitlab\.com$/.test(hostname)) return 'https://gitlab.com';
  return `https://${host}${pathname}`.replace(/\/+(?:api\/v\d+\/*)?$/, '');
}

function wrong(message: string): HostAddress {
  return { status: 'wrong', message };
}
