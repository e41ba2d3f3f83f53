import { execFileSync } from 'node:child_process';

import type { CheckState } from '../../src/domain/check';
import type { DeploymentEvent } from '../../src/domain/deployment';
import { createChanges } from './changes-story';
import { createSquashes } from './squash-story';
import type { SquashStory } from './squash-story';
import type { StoryPull } from './story-pull';
import { createRepository } from '../support/git-repository';
import type { GitRepository } from '../support/git-repository';

export type StoryDeployment = {
  id: number;
  sha: string;
  ref: string;
  environment: string;
  createdAt: string;
  /** Oldest first; the last one is what became of it. */
  events: DeploymentEvent[];
};

export type StoryCheck = { name: string; state: CheckState };

export type StoryRepository = {
  path: string;
  formerPath: string | null;
  git: GitRepository;
  pulls: StoryPull[];
  deployments: StoryDeployment[];
  checks: Record<string, StoryCheck[]>;
};

/** What a code host of the contract holds, in our words. */
export type Story = {
  /** Everything happens here. */
  web: StoryRepository;
  /** 230 commits, 120 branches, and nothing else. */
  big: StoryRepository;
  /** One commit for each sort of change. */
  changes: StoryRepository;
  /** Pull requests that came as squashes. */
  squashes: StoryRepository;
  /** Not one commit. */
  empty: StoryRepository;
  shas: { root: string; side: string; merge: string; open: string };
};

export const ODD_MESSAGE = [
  'PAY-1 Füge “Zitate” & <b>fett</b> hinzu 🚀',
  '',
  'Tab\there, "quotes", back\\slash, `ticks`, $(dollar) and %s.',
  '',
  'Depends-On: PAY-2',
].join('\n');

const bare = (path: string, git: GitRepository): StoryRepository => ({
  path,
  formerPath: null,
  git,
  pulls: [],
  deployments: [],
  checks: {},
});

const squashesOf = ({ git, pulls }: SquashStory): StoryRepository => ({
  ...bare('acme/squashes', git),
  pulls,
});

/** The repositories of the contract, made anew; `remove` deletes them. */
export function createStory(): Story & { remove(): void } {
  const git = createRepository();
  const root = git.commit({ message: `${ODD_MESSAGE}\n`, files: { 'a.txt': 'one\n' } });
  const side = git.commit({
    message: 'PAY-2 Side\n',
    files: { 'b.txt': 'b\n' },
    branch: 'feature/PAY-2-side',
    author: 'Bo Chén <bo@acme.example>',
    at: '2026-01-06T12:00:00+02:00',
  });
  const merge = git.merge({ from: 'feature/PAY-2-side', at: '2026-01-07T09:00:00Z' });
  const open = git.commit({ message: 'PAY-3 Open\n', branch: 'open-work', files: { c: 'c\n' } });
  const shas = { root, side, merge, open };
  const web = {
    ...bare('acme/web', git),
    formerPath: 'acme/old-web',
    pulls: pullsOf(shas),
    deployments: deploymentsOf(shas),
    checks: checksOf(shas),
  };
  const big = bare('acme/big', createBigRepository());
  const changes = bare('acme/changes', createChanges());
  const squashes = squashesOf(createSquashes());
  const empty = bare('acme/empty', createRepository());
  const remove = (): void => {
    for (const repository of [web, big, changes, squashes, empty]) repository.git.remove();
  };
  return { web, big, changes, squashes, empty, shas, remove };
}

const pullsOf = ({ side, merge, open }: Story['shas']): StoryPull[] => [
  {
    number: 3,
    title: 'PAY-3 Open',
    body: 'Not yet.\n\nDepends-On: PAY-2',
    state: 'open',
    isDraft: true,
    author: 'ana',
    headBranch: 'open-work',
    headSha: open,
    baseBranch: 'main',
    mergeSha: null,
    createdAt: '2026-01-09T08:00:00Z',
    updatedAt: '2026-01-09T09:00:00Z',
    mergedAt: null,
    shas: [open],
    reviews: [
      { by: 'bo', state: 'changes-requested', at: '2026-01-09T08:30:00Z', sha: open },
      { by: 'cy', state: 'commented', at: '2026-01-09T09:00:00Z', sha: open },
    ],
  },
  {
    number: 2,
    title: 'PAY-9 Given up',
    body: '',
    state: 'closed',
    isDraft: false,
    author: 'bo',
    headBranch: 'given-up',
    headSha: open,
    baseBranch: 'main',
    mergeSha: null,
    createdAt: '2026-01-08T08:00:00Z',
    updatedAt: '2026-01-08T09:00:00Z',
    mergedAt: null,
    shas: [open],
    reviews: [],
  },
  {
    number: 1,
    title: 'PAY-2 Side',
    body: 'Adds the side.',
    state: 'merged',
    isDraft: false,
    author: 'bo',
    headBranch: 'feature/PAY-2-side',
    headSha: side,
    baseBranch: 'main',
    mergeSha: merge,
    createdAt: '2026-01-06T11:00:00Z',
    updatedAt: '2026-01-07T09:00:00Z',
    mergedAt: '2026-01-07T09:00:00Z',
    shas: [side],
    reviews: [{ by: 'ana', state: 'approved', at: '2026-01-07T08:00:00Z', sha: side }],
  },
];

const deploymentsOf = ({ root, merge }: Story['shas']): StoryDeployment[] => [
  {
    id: 13,
    sha: merge,
    ref: 'main',
    environment: 'qa',
    createdAt: '2026-01-12T10:00:00Z',
    events: [
      { state: 'in-progress', at: '2026-01-12T10:01:00Z' },
      { state: 'failed', at: '2026-01-12T10:02:00Z' },
    ],
  },
  {
    id: 12,
    sha: merge,
    ref: 'main',
    environment: 'production',
    createdAt: '2026-01-11T10:00:00Z',
    events: [{ state: 'in-progress', at: '2026-01-11T10:01:00Z' }],
  },
  {
    id: 11,
    sha: root,
    ref: 'main',
    environment: 'production',
    createdAt: '2026-01-10T10:00:00Z',
    events: [
      { state: 'in-progress', at: '2026-01-10T10:01:00Z' },
      { state: 'success', at: '2026-01-10T10:02:00Z' },
    ],
  },
];

const checksOf = ({ side, merge }: Story['shas']): Story['web']['checks'] => ({
  [merge]: [
    { name: 'build', state: 'passed' },
    { name: 'e2e', state: 'failed' },
    { name: 'lint', state: 'skipped' },
    { name: 'scan', state: 'pending' },
  ],
  [side]: [{ name: 'build', state: 'passed' }],
});

/** One stream into git is quicker than a process for each commit. */
function createBigRepository(): GitRepository {
  const repository = createRepository();
  const commits = Array.from({ length: 230 }, (_, index) => {
    const who = `Ana Lima <ana@acme.example> ${1_767_600_000 + index * 60} +0000`;
    const message = `PAY-${index + 1} Step ${index + 1}\n`;
    return `commit refs/heads/main\nauthor ${who}\ncommitter ${who}\ndata ${message.length}\n${message}`;
  });
  const branches = Array.from(
    { length: 119 },
    (_, index) => `reset refs/heads/b${String(index + 1).padStart(3, '0')}\nfrom refs/heads/main\n`,
  );
  execFileSync('git', ['fast-import', '--quiet'], {
    cwd: repository.gitFolder,
    input: [...commits, ...branches, ''].join('\n'),
  });
  return repository;
}
