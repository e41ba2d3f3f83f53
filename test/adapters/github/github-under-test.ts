import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { createGitHubStandIn } from '../../../dev/github/github-stand-in';
import type { GitHubOptions as StandInOptions } from '../../../dev/github/options';
import { createGitHub } from '../../../src/adapters/github/github';
import type { GitHubAuth } from '../../../src/adapters/github/octokit';
import type { Story, StoryRepository } from '../../contracts/code-host-story';
import { countingFetch } from '../../contracts/counting-fetch';
import type { Answer } from '../../contracts/counting-fetch';
import type { Connection, HostUnderTest, Trouble } from '../../contracts/host-under-test';
import { createTempFolder } from '../../support/temp-folder';
import { toGitHubFiles } from './github-story';

export const TOKEN = 'gh-test-token';

export type GitHubUnderTest = HostUnderTest & {
  /** Connects to a GitHub with these options of the stand-in. */
  connectTo(more: Partial<StandInOptions>, auth?: GitHubAuth): Connection;
  /** Connects to anything that answers. */
  connectOver(answer: Answer, auth?: GitHubAuth): Connection;
};

/** GitHub's adapter over the stand-in, which tells the story. */
export function createGitHubUnderTest(story: Story): GitHubUnderTest {
  const folder = createTempFolder(toGitHubFiles(story));
  const standIn = (more: Partial<StandInOptions> = {}): Answer =>
    createGitHubStandIn({ ...optionsOf(story, folder), ...more }).handle;
  const connectTo: GitHubUnderTest['connectTo'] = (more, auth) =>
    connectOver(standIn(more), auth, more.host);
  return {
    connectTo,
    connectOver,
    connect: async (trouble) => {
      if (trouble === undefined) return connectTo({});
      if (trouble === 'wrong-token') return connectTo({}, { kind: 'token', token: 'wrong' });
      if (trouble !== 'spent-limit') return connectOver(TROUBLES[trouble]);
      const answer = standIn({ rateLimit: 1 });
      await connectOver(answer).host.getAccount();
      return connectOver(answer);
    },
    save: (next) => {
      for (const [name, content] of Object.entries(toGitHubFiles(next))) {
        writeFileSync(join(folder, name), JSON.stringify(content));
      }
    },
    toldOf: (told) => told,
    calls: { pullRequests: 1, deployments: 1, checksOf: () => 1, diffsOf: () => 1, filesOfMany: 1 },
    tells: { trees: true, otherEncodings: true, similarity: true },
  };
}

function connectOver(
  answer: Answer,
  auth: GitHubAuth = { kind: 'token', token: TOKEN },
  baseUrl = 'https://api.github.com',
): Connection {
  const { fetch, calls } = countingFetch(answer);
  return { host: createGitHub({ fetch, baseUrl, auth, retryBaseMs: 1 }), calls };
}

const TROUBLES: Record<Exclude<Trouble, 'wrong-token' | 'spent-limit'>, Answer> = {
  'no-permission': () =>
    Promise.resolve(
      Response.json(
        { message: 'Resource not accessible by personal access token' },
        { status: 403 },
      ),
    ),
  down: () => Promise.resolve(new Response('<html>Unicorn!</html>', { status: 502 })),
  'no-network': () => Promise.reject(new TypeError('fetch failed')),
  'web-page': () =>
    Promise.resolve(
      new Response('<html>Welcome</html>', { headers: { 'content-type': 'text/html' } }),
    ),
};

function optionsOf(story: Story, folder: string): StandInOptions {
  const toOption = ({
    path,
    formerPath,
    git,
  }: StoryRepository): StandInOptions['repositories'][0] => ({
    path,
    git: git.gitFolder,
    renamedFrom: formerPath === null ? [] : [formerPath],
  });
  return {
    host: 'https://api.github.com',
    token: TOKEN,
    repositories: [
      {
        ...toOption(story.web),
        pulls: join(folder, 'pulls.json'),
        deployments: join(folder, 'deployments.json'),
        checks: join(folder, 'checks.json'),
      },
      toOption(story.big),
      toOption(story.changes),
      { ...toOption(story.squashes), pulls: join(folder, 'squashes.json') },
      toOption(story.empty),
    ],
    clock: () => new Date(),
    cacheDir: join(folder, 'cache'),
  };
}
