import { createHash } from 'node:crypto';
import { mkdir, rename, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { createGitReader } from '../git/git-reader';
import type { GitReader } from '../git/git-reader';
import { runGit } from '../git/run-git';
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

/** Clones a bundle once per version of the file. */
async function cloneBundle(bundle: string, version: string, cacheDir: string): Promise<string> {
  const digest = createHash('sha256').update(`${bundle}\n${version}`).digest('hex').slice(0, 12);
  const folder = join(cacheDir, `${basename(bundle, '.bundle')}-${digest}.git`);
  const isThere = await stat(folder).catch(() => null);
  if (isThere) return folder;
  const unfinished = `${folder}.${process.pid}`;
  await mkdir(cacheDir, { recursive: true });
  await rm(unfinished, { recursive: true, force: true });
  await runGit(['clone', '--quiet', '--bare', bundle, unfinished]);
  await rename(unfinished, folder).catch(() => rm(unfinished, { recursive: true, force: true }));
  return folder;
}

async function openGit(path: string, cacheDir: string): Promise<GitReader> {
  const found = await stat(path);
  if (found.isDirectory()) return createGitReader(path);
  return createGitReader(await cloneBundle(path, `${found.mtimeMs} ${found.size}`, cacheDir));
}

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
