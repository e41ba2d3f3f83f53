import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { createGitLabStandIn } from '../../../dev/gitlab/gitlab-stand-in';
import type { GitLabOptions as StandInOptions } from '../../../dev/gitlab/options';
import { createGitLab } from '../../../src/adapters/gitlab/gitlab';
import type { Story, StoryRepository } from '../../contracts/code-host-story';
import type { StoryPull } from '../../contracts/story-pull';
import { countingFetch } from '../../contracts/counting-fetch';
import type { Answer } from '../../contracts/counting-fetch';
import type { Connection, HostUnderTest, Trouble } from '../../contracts/host-under-test';
import { createTempFolder } from '../../support/temp-folder';
import { toGitLabFiles } from './gitlab-story';

const TOKEN = 'glpat-SECRET';

export type GitLabUnderTest = HostUnderTest & {
  /** Connects to a GitLab with these options of the stand-in. */
  connectTo(more: Partial<StandInOptions>, token?: string): Connection;
  /** What the stand-in with these options answers. */
  answerOf(more: Partial<StandInOptions>): Answer;
  /** Connects to anything that answers. */
  connectOver(answer: Answer, token?: string): Connection;
};

/** GitLab's adapter over the stand-in, which tells the story. */
export function createGitLabUnderTest(story: Story): GitLabUnderTest {
  const folder = createTempFolder(toGitLabFiles(story));
  const standIn = (more: Partial<StandInOptions> = {}): Answer =>
    createGitLabStandIn({ ...optionsOf(story, folder), ...more }).handle;
  const connectTo: GitLabUnderTest['connectTo'] = (more, token) =>
    connectOver(standIn(more), token, more.host);
  return {
    connectTo,
    connectOver,
    answerOf: standIn,
    connect: async (trouble) => {
      if (trouble === undefined) return connectTo({});
      if (trouble === 'wrong-token') return connectTo({}, 'wrong');
      if (trouble !== 'spent-limit') return connectOver(TROUBLES[trouble]);
      const answer = standIn({ rateLimit: 1 });
      await connectOver(answer).host.getAccount();
      return connectOver(answer);
    },
    save: (next) => {
      for (const [name, content] of Object.entries(toGitLabFiles(next))) {
        writeFileSync(join(folder, name), JSON.stringify(content));
      }
    },
    toldOf: (told) => ({ ...told, web: { ...told.web, pulls: told.web.pulls.map(toTold) } }),
    // A page of three, what one held, commits and approvals of each, reviewers of one; a page and its environments.
    calls: {
      pullRequests: 1 + 1 + 3 * 2 + 1,
      deployments: 2,
      // Eight commits a call.
      checksOf: (commits) => Math.ceil(commits / 8),
      // Ten commits a call, and one more for an empty file.
      diffsOf: (commits) => Math.ceil(commits / 10) + 1,
      // Thirteen commits a call with three paths each, and which of the two are there.
      filesOfMany: 3,
    },
    tells: { trees: false, otherEncodings: false, similarity: false },
  };
}

/** GitLab tells of no review what it saw, and only of an approval when. */
const toTold = (pull: StoryPull): StoryPull => ({
  ...pull,
  reviews: pull.reviews.map((review) => ({
    ...review,
    sha: null,
    at: review.state === 'approved' ? review.at : null,
  })),
});

function connectOver(answer: Answer, token = TOKEN, baseUrl = 'https://gitlab.com'): Connection {
  const { fetch, calls } = countingFetch(answer);
  return { host: createGitLab({ fetch, baseUrl, token, retryBaseMs: 1 }), calls };
}

const TROUBLES: Record<Exclude<Trouble, 'wrong-token' | 'spent-limit'>, Answer> = {
  'no-permission': () =>
    Promise.resolve(Response.json({ message: '403 Forbidden' }, { status: 403 })),
  down: () => Promise.resolve(new Response('<html>Whoops</html>', { status: 502 })),
  'no-network': () => Promise.reject(new TypeError('fetch failed')),
  'web-page': () =>
    Promise.resolve(
      new Response('<html>Sign in</html>', { headers: { 'content-type': 'text/html' } }),
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
    host: 'https://gitlab.com',
    token: TOKEN,
    repositories: [
      {
        ...toOption(story.web),
        pulls: join(folder, 'merge-requests.json'),
        deployments: join(folder, 'deployments.json'),
        checks: join(folder, 'pipelines.json'),
      },
      toOption(story.big),
      toOption(story.changes),
      { ...toOption(story.squashes), pulls: join(folder, 'squashes.json') },
      toOption(story.empty),
    ],
    clock: () => new Date('2026-05-04T09:00:20Z'),
    cacheDir: join(folder, 'cache'),
  };
}
