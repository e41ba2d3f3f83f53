import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

import { ownCommit } from '../../src/domain/ownership/own-commit';
import type { Association } from '../../src/domain/ownership/association';
import { toDiffFact, toPatchId, type KnownDiff } from '../../src/domain/presence/diff-fact';
import type { BlobAt, PresenceFacts } from '../../src/domain/presence/presence-facts';
import { ownershipContext } from './ownership';

/** The facts of presence of one git bundle, all read with git. */
export type BundleFacts = {
  facts: (lineHeads: readonly string[]) => PresenceFacts;
  /** What `git patch-id --stable` prints for `git show -U0`. */
  patchIdWithoutContext: (sha: string) => string;
};

type ReadCommit = PresenceFacts['commits'][number] & { tree: string };
type Git = (words: string[], input?: Buffer) => Buffer;

export function readBundle(bundle: string, folder: string): BundleFacts {
  const gitFolder = join(folder, `${bundle.split('/').at(-1) ?? ''}.git`);
  execFileSync('git', ['clone', '--quiet', '--bare', bundle, gitFolder]);
  const git: Git = (words, input = Buffer.of()) =>
    execFileSync('git', ['--git-dir', gitFolder, ...words], { input, maxBuffer: 2 ** 30 });
  const commits = commitsIn(git);
  const trees = new Map(commits.map(({ sha, tree }) => [sha, tree]));
  const diffs = diffsIn(git);
  const keys = keysOf(commits);
  const files = new Map<string, Map<string, BlobAt>>();
  const filesOf = (sha: string): Map<string, BlobAt> => {
    const known = files.get(sha) ?? filesIn(git(['ls-tree', '-r', '-z', sha]));
    files.set(sha, known);
    return known;
  };
  return {
    facts: (lineHeads) => ({
      commits,
      ownedKeys: (sha) => keys.get(sha) ?? [],
      diffOf: (sha) => diffs.get(sha),
      treeOf: (sha) => trees.get(sha),
      combinedOf: ({ base, head }) => ({
        status: 'known',
        patchId: toPatchId(git(['diff', '-M', base, head])),
      }),
      pullRequests: [],
      blobAt: (sha, path) => filesOf(sha).get(path) ?? null,
      lineHeads,
    }),
    patchIdWithoutContext: (sha) =>
      git(['patch-id', '--stable'], git(['show', '-U0', '-M', sha]))
        .toString()
        .split(' ', 1)[0] ?? '',
  };
}

function commitsIn(git: Git): ReadCommit[] {
  const log = git(['log', '--all', '-z', '--format=%H%x01%P%x01%cI%x01%T%x01%B']).toString();
  const records = log.split('\0').filter((record) => record !== '');
  return records.map((record) => {
    const [sha = '', parents = '', committed = '', tree = '', message = ''] = record.split('\x01');
    return {
      sha,
      parents: parents.split(' ').filter((one) => one !== ''),
      message,
      committedAt: new Date(committed).toISOString(),
      tree,
    };
  });
}

function diffsIn(git: Git): Map<string, KnownDiff> {
  const words = ['log', '--all', '-p', '-M', '--no-merges', '--format=commit %H'];
  const parts = git(words)
    .toString('latin1')
    .split(/^(?=commit [0-9a-f]{40}$)/m);
  return new Map(
    parts.map((part) => [part.slice(7, 47), toDiffFact(Buffer.from(part.slice(48), 'latin1'))]),
  );
}

function filesIn(listing: Buffer): Map<string, BlobAt> {
  const entries = listing
    .toString()
    .split('\0')
    .filter((entry) => entry !== '');
  return new Map(
    entries.map((entry) => {
      const [head = '', path = ''] = entry.split('\t');
      const [mode = '', , blob = ''] = head.split(' ');
      return [path, { mode, blob }];
    }),
  );
}

/** Parents first: a revert belongs to the issue of what it undoes. */
function keysOf(commits: readonly ReadCommit[]): Map<string, string[]> {
  const known = new Map<string, Association[]>();
  const context = ownershipContext({
    isProjectKey: (key) => key === 'PHOENIX',
    lineBranches: ['master', '5.1', '5.2', '5.3'],
    associationsOf: (sha) => known.get(sha),
  });
  for (const { sha, parents, message } of commits.toReversed()) {
    known.set(sha, ownCommit({ sha, parents, message }, context));
  }
  return new Map(
    [...known].map(([sha, associations]) => [
      sha,
      associations.flatMap(({ kind, issueKey }) => (kind === 'mentions' ? [] : [issueKey])),
    ]),
  );
}
