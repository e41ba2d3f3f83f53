/**
 * The host name that people and repository ids use for a GitHub API address: `github.com` for
 * `https://api.github.com`, `acme.ghe.com` for `https://api.acme.ghe.com`, `ghe.acme.com` for
 * `https://ghe.acme.com/api/v3`.
 *
 * Source: https://docs.github.com/en/enterprise-cloud@latest/admin/data-residency (api.SUBDOMAIN.ghe.com),
 *         https://docs.github.com/en/enterprise-server@latest/rest/quickstart (HOST/api/v3)
 */
export function githubHostOf(baseUrl: string): string {
  const { hostname } = new URL(baseUrl);
  return /^api\.(?:github\.com|[^.]+\.ghe\.com)$/.test(hostname)
    ? hostname.slice('api.'.length)
    : hostname;
}
