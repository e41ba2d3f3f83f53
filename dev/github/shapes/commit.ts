import type { ChangedFile } from '../../git/changed-file';
import type { GitCommit } from '../../git/git-commit';
import type { Host } from '../host';
import type { HostedRepository } from '../hosted-repository';
import { findLogin, toNodeId } from '../identity';
import { repositoryPage, repositoryUrl } from './repository';
import { toUserOrNull } from './user';
import type { Json } from './user';

type Place = { host: Host; repository: HostedRepository };

const UNSIGNED = {
  verified: false,
  reason: 'unsigned',
  signature: null,
  payload: null,
  verified_at: null,
};

/** A parent, or a commit that only its sha is told of. */
function toCommitLink({ host, repository }: Place, sha: string): Json {
  return {
    sha,
    url: `${repositoryUrl(host, repository)}/commits/${sha}`,
    html_url: `${repositoryPage(host, repository)}/commit/${sha}`,
  };
}

/** A commit as it stands in lists. */
export function toCommit(place: Place, commit: GitCommit): Json {
  const { host, repository } = place;
  const url = repositoryUrl(host, repository);
  return {
    sha: commit.sha,
    node_id: toNodeId('C', `${repository.id}:${commit.sha}`),
    commit: {
      author: commit.author,
      committer: commit.committer,
      message: commit.message,
      tree: { sha: commit.tree, url: `${url}/git/trees/${commit.tree}` },
      url: `${url}/git/commits/${commit.sha}`,
      comment_count: 0,
      verification: UNSIGNED,
    },
    url: `${url}/commits/${commit.sha}`,
    html_url: `${repositoryPage(host, repository)}/commit/${commit.sha}`,
    comments_url: `${url}/commits/${commit.sha}/comments`,
    author: toUserOrNull(host, findLogin(commit.author.email)),
    committer: toUserOrNull(host, findLogin(commit.committer.email)),
    parents: commit.parents.map((sha) => toCommitLink(place, sha)),
  };
}

/** The commit object of git itself. */
export function toGitCommit(place: Place, commit: GitCommit): Json {
  const { host, repository } = place;
  const url = repositoryUrl(host, repository);
  return {
    sha: commit.sha,
    node_id: toNodeId('C', `${repository.id}:${commit.sha}`),
    url: `${url}/git/commits/${commit.sha}`,
    html_url: `${repositoryPage(host, repository)}/commit/${commit.sha}`,
    author: commit.author,
    committer: commit.committer,
    tree: { sha: commit.tree, url: `${url}/git/trees/${commit.tree}` },
    message: commit.message,
    parents: commit.parents.map((sha) => ({
      ...toCommitLink(place, sha),
      url: `${url}/git/commits/${sha}`,
    })),
    verification: UNSIGNED,
  };
}

/** Past these GitHub leaves patches out, of one file or of all that follow. */
const LONGEST_PATCH = { lines: 20_000, characters: 500_000 };
const LONGEST_DIFF = { lines: 20_000, characters: 1_000_000 };

type Size = { lines: number; characters: number };
const sizeOf = ({ additions, deletions, patch }: ChangedFile): Size => ({
  lines: additions + deletions,
  characters: patch?.length ?? 0,
});
const isOver = (size: Size, most: Size): boolean =>
  size.lines > most.lines || size.characters > most.characters;

function toFile(
  { host, repository }: Place,
  sha: string,
  file: ChangedFile,
  hasPatch: boolean,
): Json {
  const path = file.path.split('/').map(encodeURIComponent).join('/');
  const page = repositoryPage(host, repository);
  return {
    sha: file.blob,
    filename: file.path,
    status: file.status,
    additions: file.additions,
    deletions: file.deletions,
    changes: file.additions + file.deletions,
    blob_url: `${page}/blob/${sha}/${path}`,
    raw_url: `${page}/raw/${sha}/${path}`,
    contents_url: `${repositoryUrl(host, repository)}/contents/${path}?ref=${sha}`,
    ...(hasPatch && file.patch !== null ? { patch: file.patch } : {}),
    ...(file.previousPath === null ? {} : { previous_filename: file.previousPath }),
  };
}

/** The files of a diff; those whose patch is too large come without it, as GitHub sends them. */
export function toFiles(place: Place, sha: string, files: readonly ChangedFile[]): Json[] {
  let lines = 0;
  let characters = 0;
  return files.map((file) => {
    const size = sizeOf(file);
    lines += size.lines;
    characters += size.characters;
    const isCut = isOver(size, LONGEST_PATCH) || isOver({ lines, characters }, LONGEST_DIFF);
    return toFile(place, sha, file, !isCut);
  });
}
