export type Provider = 'github' | 'gitlab';

/** What a repository holds; decides which risks are looked for. */
export type RepositoryKind = 'app' | 'db' | 'mendix' | 'infra' | 'config' | 'library';

/** `github:owner/name`, `github:ghe.acme.com/owner/name`, `gitlab:gitlab.com/group/sub/name`. */
export type RepositoryId = string;

export type RepositoryAddress = {
  provider: Provider;
  /** Host name that people know: `github.com`, `ghe.acme.com`, `gitlab.com`. */
  host: string;
  /** Path on that host: `owner/name`, `group/sub/name`. */
  path: string;
};

/** `.` and `..` would leave the path that they stand in. */
const SEGMENT = /^(?!\.{1,2}$)[\w.-]+$/;

/** The address behind a repository id, or `null` when the id is not one. */
export function parseRepositoryId(id: RepositoryId): RepositoryAddress | null {
  const colon = id.indexOf(':');
  const segments = id.slice(colon + 1).split('/');
  if (!segments.every((segment) => SEGMENT.test(segment))) return null;
  switch (id.slice(0, colon)) {
    case 'github':
      return githubAddress(segments);
    case 'gitlab':
      return gitlabAddress(segments);
    default:
      return null;
  }
}

/** The id of the repository at an address; the inverse of `parseRepositoryId`. */
export function toRepositoryId({ provider, host, path }: RepositoryAddress): RepositoryId {
  return provider === 'github' && host === 'github.com'
    ? `github:${path}`
    : `${provider}:${host}/${path}`;
}

function githubAddress(segments: string[]): RepositoryAddress | null {
  const [first, ...rest] = segments;
  if (first === undefined) return null;
  if (segments.length === 2) {
    return { provider: 'github', host: 'github.com', path: segments.join('/') };
  }
  return segments.length === 3 && first.includes('.')
    ? { provider: 'github', host: first, path: rest.join('/') }
    : null;
}

function gitlabAddress(segments: string[]): RepositoryAddress | null {
  const [host, ...rest] = segments;
  return host?.includes('.') && rest.length >= 2
    ? { provider: 'gitlab', host, path: rest.join('/') }
    : null;
}
