import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createGitLabStandIn } from '../../dev/gitlab/gitlab-stand-in';
import type { GitLabOptions } from '../../dev/gitlab/options';
import { createRepository } from './git-repository';
import type { GitRepository } from './git-repository';

/** A GitLab with one project, `acme/web/shop`, for tests; everything can be replaced. */
export type GitLabSite = {
  repository: GitRepository;
  /** Writes what stands beside git; returns the path. */
  write(name: string, content: unknown): string;
  /** Paths below the API's root, or whole addresses. */
  start(more?: Partial<GitLabOptions>): (path: string, init?: RequestInit) => Promise<Response>;
  remove(): void;
};

export const GITLAB_TOKEN = 'gl-test-token';
export const SHOP = '/projects/acme%2Fweb%2Fshop';

export function createGitLabSite(): GitLabSite {
  const folder = mkdtempSync(join(tmpdir(), 'convoy-gitlab-'));
  const repository = createRepository(folder, 'shop');
  const write = (name: string, content: unknown): string => {
    writeFileSync(join(folder, name), JSON.stringify(content));
    return join(folder, name);
  };
  return {
    repository,
    write,
    start: (more = {}) => {
      const host = more.host ?? 'https://gitlab.com';
      const standIn = createGitLabStandIn({
        host,
        token: GITLAB_TOKEN,
        repositories: [
          {
            path: 'acme/web/shop',
            git: repository.gitFolder,
            pulls: write('merge-requests.json', []),
            deployments: write('deployments.json', []),
            checks: write('pipelines.json', {}),
          },
        ],
        clock: () => new Date('2026-05-04T09:00:00Z'),
        cacheDir: join(folder, 'cache'),
        ...more,
      });
      return (path, init = {}) => {
        const headers = { 'private-token': GITLAB_TOKEN, ...(init.headers as object) };
        const url = path.startsWith('https:') ? path : `${host}/api/v4${path}`;
        return standIn.handle(new Request(url, { ...init, headers }));
      };
    },
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
