import { createRepository } from '../support/git-repository';
import type { GitRepository } from '../support/git-repository';
import type { StoryPull } from './story-pull';

export type SquashStory = { git: GitRepository; pulls: StoryPull[] };

/**
 * Changes that `develop` has as they were made, and `main` as squashes. What became of their branches:
 * PAY-1 deleted, PAY-2 went on, PAY-3 began anew under its name and was squashed again, PAY-4 went on and
 * was squashed again.
 */
export function createSquashes(): SquashStory {
  const git = createRepository();
  git.commit({ message: 'Begin\n', files: { 'a.txt': 'a\n' } });
  git.branch('develop', 'main');
  const pulls = [
    squashDeleted(git),
    squashOngoing(git),
    ...squashRenewed(git),
    ...squashTwice(git),
  ];
  return { git, pulls: pulls.toReversed() };
}

const rootOf = (git: GitRepository): string =>
  git.git('rev-list', '--max-parents=0', 'main').trim();

type Made = { branch: string; key: string; from: number; to: number; parents?: string[] };

/** Two commits and more, each of a file of its own and of one that they all change. */
const make = (git: GitRepository, { branch, key, from, to, parents }: Made): string[] =>
  Array.from({ length: to - from + 1 }, (_, index) => {
    const step = from + index;
    const lines = Array.from({ length: step }, (__, line) => `${key} ${line + 1}\n`);
    return git.commit({
      message: `${key} Step ${step}\n`,
      branch,
      ...(parents && index === 0 ? { parents } : {}),
      files: { [`${key}.txt`]: lines.join(''), [`${key}-${step}.txt`]: `${step}\n` },
    });
  });

function squash(git: GitRepository, branch: string, pull: Landed): StoryPull {
  const message = `${pull.title} (#${pull.number})\n`;
  const resolved = pull.files && { files: pull.files };
  const mergeSha = git.merge({ from: branch, squash: true, message, ...resolved });
  const at = `2026-01-1${pull.number}T09:00:00Z`;
  return {
    number: pull.number,
    title: pull.title,
    body: '',
    state: 'merged',
    isDraft: false,
    author: 'bo',
    headBranch: branch,
    headSha: pull.shas.at(-1) ?? '',
    baseBranch: 'main',
    mergeSha,
    createdAt: at,
    updatedAt: at,
    mergedAt: at,
    shas: pull.shas,
    reviews: [],
    isSquashed: true,
  };
}

type Landed = {
  number: number;
  title: string;
  shas: string[];
  files?: Record<string, string>;
};

function squashDeleted(git: GitRepository): StoryPull {
  const branch = 'feature/PAY-1';
  const shas = make(git, { branch, key: 'PAY-1', from: 1, to: 2, parents: [rootOf(git)] });
  git.merge({ from: branch, into: 'develop' });
  const pull = squash(git, branch, { number: 1, title: 'PAY-1 Deleted', shas });
  git.deleteBranch(branch);
  return pull;
}

function squashOngoing(git: GitRepository): StoryPull {
  const branch = 'feature/PAY-2';
  const shas = make(git, { branch, key: 'PAY-2', from: 1, to: 2, parents: [rootOf(git)] });
  const pull = squash(git, branch, { number: 2, title: 'PAY-2 Goes on', shas });
  make(git, { branch, key: 'PAY-2', from: 3, to: 4 });
  git.merge({ from: branch, into: 'develop' });
  return pull;
}

function squashRenewed(git: GitRepository): StoryPull[] {
  const branch = 'feature/PAY-3';
  const first = make(git, { branch, key: 'PAY-3', from: 1, to: 2, parents: [rootOf(git)] });
  git.merge({ from: branch, into: 'develop' });
  const one = squash(git, branch, { number: 3, title: 'PAY-3 First', shas: first });
  git.branch(branch, 'main');
  const second = make(git, { branch, key: 'PAY-3', from: 3, to: 4 });
  for (const commit of second) git.cherryPick({ commit, onto: 'develop' });
  return [one, squash(git, branch, { number: 4, title: 'PAY-3 Second', shas: second })];
}

/** Both hosts list all of a branch since it parted, also what an earlier squash brought. */
function squashTwice(git: GitRepository): StoryPull[] {
  const branch = 'feature/PAY-4';
  const first = make(git, { branch, key: 'PAY-4', from: 1, to: 2, parents: [rootOf(git)] });
  const one = squash(git, branch, { number: 5, title: 'PAY-4 First', shas: first });
  const second = make(git, { branch, key: 'PAY-4', from: 3, to: 4 });
  git.merge({ from: branch, into: 'develop' });
  const shas = [...first, ...second];
  const files = { 'PAY-4.txt': 'PAY-4 1\nPAY-4 2\nPAY-4 3\nPAY-4 4\n' };
  return [one, squash(git, branch, { number: 6, title: 'PAY-4 Second', shas, files })];
}
