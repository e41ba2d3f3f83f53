import type { GitReader } from '../git/git-reader';
import { openGit } from '../git/open-git';
import { createHostedFiles } from './hosted-files';
import type { HostedFiles } from './hosted-files';
import { toId } from './identity';
import type { ProjectOption } from './options';

/** One project of the host. */
export type HostedProject = {
  /** `group/sub/name` */
  path: string;
  namespace: string;
  name: string;
  id: number;
  formerPaths: string[];
  isPrivate: boolean;
  isArchived: boolean;
  /** Names or wildcards; `null` for the default branch alone. */
  protectedBranches: string[] | null;
  git(): Promise<GitReader>;
  files: HostedFiles;
};

/** Opens its git folder when it is first read. A project that moved keeps its id. */
export function createHostedProject(option: ProjectOption, cacheDir: string): HostedProject {
  const slash = option.path.lastIndexOf('/');
  const formerPaths = option.renamedFrom ?? [];
  let git: Promise<GitReader> | undefined;
  return {
    path: option.path,
    namespace: option.path.slice(0, slash),
    name: option.path.slice(slash + 1),
    id: toId(`project ${formerPaths[0] ?? option.path}`),
    formerPaths,
    isPrivate: option.isPrivate ?? true,
    isArchived: option.isArchived ?? false,
    protectedBranches: option.protectedBranches ?? null,
    git: () => (git ??= openGit(option.git, cacheDir)),
    files: createHostedFiles(option),
  };
}

/** Whether a branch is protected by its name or a wildcard. */
export function isProtected(
  { protectedBranches }: HostedProject,
  branch: string,
  defaultBranch: string,
): boolean {
  return (protectedBranches ?? [defaultBranch]).some((rule) => {
    const literals = rule.split('*').map((text) => text.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
    return new RegExp(`^${literals.join('.*')}$`).test(branch);
  });
}
