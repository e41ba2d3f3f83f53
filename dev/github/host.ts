import { createHostedRepository } from './hosted-repository';
import type { HostedRepository } from './hosted-repository';
import type { GitHubOptions } from './options';

/** One GitHub: its addresses, its clock and its repositories. */
export type Host = {
  /** `https://api.github.com` or `https://ghe.acme.com/api/v3` */
  apiUrl: string;
  /** `https://github.com` or `https://ghe.acme.com` */
  htmlUrl: string;
  apiPath: string;
  graphqlPath: string;
  isEnterprise: boolean;
  repositories: HostedRepository[];
  options: GitHubOptions;
};

export function createHost(options: GitHubOptions): Host {
  const url = new URL(options.host);
  const apiPath = url.pathname.replace(/\/$/, '');
  const isEnterprise = apiPath !== '';
  return {
    apiUrl: url.origin + apiPath,
    htmlUrl: isEnterprise ? url.origin : 'https://github.com',
    apiPath,
    graphqlPath: isEnterprise ? apiPath.replace(/\/v3$/, '/graphql') : '/graphql',
    isEnterprise,
    repositories: options.repositories.map((one) => createHostedRepository(one, options.cacheDir)),
    options,
  };
}

/** By its path of today or one it had before; GitHub does not tell capitals apart. */
export function findRepository(
  { repositories }: Host,
  path: string,
): { repository: HostedRepository; isRenamed: boolean } | undefined {
  const wanted = path.toLowerCase();
  const current = repositories.find((one) => one.path.toLowerCase() === wanted);
  if (current) return { repository: current, isRenamed: false };
  const renamed = repositories.find(({ formerPaths }) =>
    formerPaths.some((former) => former.toLowerCase() === wanted),
  );
  return renamed && { repository: renamed, isRenamed: true };
}
