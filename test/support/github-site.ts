import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createGitHubStandIn } from '../../dev/github/github-stand-in';
import type { GitHubOptions } from '../../dev/github/options';
import { createRepository } from './git-repository';
import type { GitRepository } from './git-repository';

/** A GitHub with one repository, `acme/payments-api`, for tests; everything can be replaced. */
export type GitHubSite = {
  repository: GitRepository;
  folder: string;
  /** Writes what stands beside git; returns the path. */
  write(name: string, content: unknown): string;
  start(more?: Partial<GitHubOptions>): (path: string, init?: RequestInit) => Promise<Response>;
  remove(): void;
};

export const TOKEN = 'gh-test-token';

export function createGitHubSite(): GitHubSite {
  const folder = mkdtempSync(join(tmpdir(), 'convoy-github-'));
  const repository = createRepository(folder, 'payments-api');
  const write = (name: string, content: unknown): string => {
    writeFileSync(join(folder, name), JSON.stringify(content));
    return join(folder, name);
  };
  return {
    repository,
    folder,
    write,
    start: (more = {}) => {
      const host = more.host ?? 'https://api.github.com';
      const standIn = createGitHubStandIn({
        host,
        token: TOKEN,
        repositories: [
          {
            path: 'acme/payments-api',
            git: repository.gitFolder,
            pulls: write('pulls.json', []),
            deployments: write('deployments.json', []),
            checks: write('checks.json', {}),
          },
        ],
        clock: () => new Date('2026-05-04T09:00:00Z'),
        cacheDir: join(folder, 'cache'),
        ...more,
      });
      return (path, init = {}) => {
        const headers = { authorization: `Bearer ${TOKEN}`, ...(init.headers as object) };
        const url = path.startsWith('https:') ? path : host + path;
        return standIn.handle(new Request(url, { ...init, headers }));
      };
    },
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
