import type { Provider } from '../../../src/api/contract';

/** What Atlassian asks the administrator's consent for. */
export type EgressGroup = { key: string; description: string; domain: string };

/** The manifest lists these: no consent is needed. */
const LISTED = /^(?:(?:www\.|api\.)?github|(?:www\.)?gitlab)\.com$/;

const OWN_HOST: Record<Provider, string> = {
  github: 'GitHub Enterprise',
  gitlab: 'a GitLab of your own',
};

/** The host behind an address as people type it; `null` when it is none that Forge would call. */
export function hostUrl(typed: string): URL | null {
  const text = typed.trim();
  const url = URL.parse(/^[a-z][a-z\d+.-]*:\/\//i.test(text) ? text : `https://${text}`);
  return url?.protocol === 'https:' && url.hostname.includes('.') ? url : null;
}

/** The consent that Convoy needs to call a host; `null` for github.com and gitlab.com, and for what is no address. */
export function egressFor(typed: string, provider: Provider = 'github'): EgressGroup | null {
  const url = hostUrl(typed);
  if (!url || LISTED.test(url.hostname)) return null;
  // GitHub Enterprise Cloud with data residency has a host of its own for the API
  const host = url.hostname.endsWith('.ghe.com')
    ? `api.${url.host.replace(/^api\./, '')}`
    : url.host;
  return {
    key: host.replace(/[^a-z0-9]/gi, '-'),
    description: `Convoy reads commits, pull requests, checks and deployments from ${OWN_HOST[provider]} at ${host}.`,
    domain: `https://${host}`,
  };
}
