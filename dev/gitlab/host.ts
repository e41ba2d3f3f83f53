import { createHostedProject } from './hosted-project';
import type { HostedProject } from './hosted-project';
import type { GitLabOptions } from './options';

/** One GitLab: its addresses, its clock and its projects. */
export type Host = {
  /** `https://gitlab.com/api/v4` */
  apiUrl: string;
  /** `https://gitlab.com` */
  htmlUrl: string;
  /** Path of the API: `/api/v4`, or longer below a path of its own. */
  apiPath: string;
  projects: HostedProject[];
  options: GitLabOptions;
};

export function createHost(options: GitLabOptions): Host {
  const url = new URL(options.host);
  const htmlUrl = url.origin + url.pathname.replace(/\/+$/, '');
  const apiUrl = `${htmlUrl}/api/v4`;
  return {
    apiUrl,
    htmlUrl,
    apiPath: new URL(apiUrl).pathname,
    projects: options.repositories.map((one) => createHostedProject(one, options.cacheDir)),
    options,
  };
}

/** By its number, its path of today or one it had before; GitLab does not tell capitals apart. */
export function findProject(
  { projects }: Host,
  idOrPath: string,
): { project: HostedProject; isMoved: boolean } | undefined {
  const wanted = idOrPath.toLowerCase();
  const current = projects.find(
    ({ id, path }) => String(id) === wanted || path.toLowerCase() === wanted,
  );
  if (current) return { project: current, isMoved: false };
  const moved = projects.find(({ formerPaths }) =>
    formerPaths.some((former) => former.toLowerCase() === wanted),
  );
  return moved && { project: moved, isMoved: true };
}
