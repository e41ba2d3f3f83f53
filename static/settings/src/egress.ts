/** What Atlassian asks the administrator's consent for. */
export type EgressGroup = { key: string; description: string; domain: string };

/** The manifest lists this one: no consent is needed. */
const GITHUB = /^(?:www\.|api\.)?github\.com$/;

/** The host behind an address as people type it; `null` when it is none that Forge would call. */
export function hostUrl(typed: string): URL | null {
  const text = typed.trim();
  const url = URL.parse(/^[a-z][a-z\d+.-]*:\/\//i.test(text) ? text : `https://${text}`);
  return url?.protocol === 'https:' && url.hostname.includes('.') ? url : null;
}

/** The consent that Convoy needs to call a host; `null` for github.com, and for what is no address. */
export function egressFor(typed: string): EgressGroup | null {
  const url = hostUrl(typed);
  if (!url || GITHUB.test(url.hostname)) return null;
  // GitHub Enterprise Cloud with data residency has a host of its own for the API
  const host = url.hostname.endsWith('.ghe.com')
    ? `api.${url.host.replace(/^api\./, '')}`
    : url.host;
  return {
    key: host.replace(/[^a-z0-9]/gi, '-'),
    description: `Convoy reads commits, pull requests, checks and deployments from GitHub Enterprise at ${host}.`,
    domain: `https://${host}`,
  };
}
