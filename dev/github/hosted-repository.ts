import type { GitReader } from '../git/git-reader';
import { openGit } from '../git/open-git';
import { createHostedFiles } from './hosted-files';
import type { HostedFiles } from './hosted-files';
import { toId } from './identity';
import type { RepositoryOption } from './options';

/** One repository of the host. */
export type HostedRepository = {
  path: string;
  owner: string;
  name: string;
  id: number;
  formerPaths: string[];
  isPrivate: boolean;
  isArchived: boolean;
  git(): Promise<GitReader>;
  files: HostedFiles;
};

/** Opens its git folder when it is first read. A renamed repository keeps its id. */
export function createHostedRepository(
  option: RepositoryOption,
  cacheDir: string,
): HostedRepository {
  const [owner = '', name = ''] = option.path.split('/');
  const formerPaths = option.renamedFrom ?? [];
  let git: Promise<GitReader> | undefined;
  return {
    path: option.path,
    owner,
    name,
    id: toId(`repository ${formerPaths[0] ?? option.path}`),
    formerPaths,
    isPrivate: option.isPrivate ?? true,
    isArchived: option.isArchived ?? false,
    git: () => (git ??= openGit(option.git, cacheDir)),
    files: createHostedFiles(option),
  };
}
